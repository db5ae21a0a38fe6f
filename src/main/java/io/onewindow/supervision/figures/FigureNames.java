package io.onewindow.supervision.figures;

import io.onewindow.casefile.ServiceNames;
import io.onewindow.department.Departments;
import io.onewindow.supervision.fact.Models;
import io.onewindow.supervision.fact.Models.Element;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Chinese names for what figures are told apart by. */
@Component
class FigureNames {

  private static final String APPLICANT = "申请人";

  private final ServiceNames services;
  private final Departments departments;
  private final Models models;
  private final Definitions definitions;
  private final Map<List<String>, String> elements = new ConcurrentHashMap<>();

  FigureNames(
      ServiceNames services, Departments departments, Models models, Definitions definitions) {
    this.definitions = definitions;
    this.services = services;
    this.departments = departments;
    this.models = models;
  }

  String service(String key) {
    return services.of(key);
  }

  String jurisdiction(String id) {
    return departments.jurisdiction(id).name();
  }

  /**
   * @param jurisdiction whose plan names it; null for the general name
   * @param group empty for the applicant
   */
  String department(String jurisdiction, String group) {
    return group.isEmpty() ? APPLICANT : departments.name(jurisdiction, group);
  }

  /** The element's name in the newest model of that key that has it. */
  String elementOf(String processKey, String activityId) {
    return elements.computeIfAbsent(
        List.of(processKey, activityId),
        key ->
            definitions.all(processKey).stream()
                .map(one -> models.of(one.getId()).elements().get(activityId))
                .filter(Objects::nonNull)
                .map(Element::name)
                .findFirst()
                .orElse(activityId));
  }

  /** The element's name in that model; its id where it has none. */
  String element(String definitionId, String activityId) {
    Element element = models.of(definitionId).elements().get(activityId);
    return element == null ? activityId : element.name();
  }
}
