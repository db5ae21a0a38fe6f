package io.onewindow.casefile.material;

import io.onewindow.department.Departments;
import io.onewindow.engine.Callers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.DecisionService;
import org.springframework.stereotype.Component;

/** Which materials a case must show: asked of the deployed table {@code material-list}. */
@Component
class MaterialLists {

  private static final String DECISION = "material-list";

  private final DecisionService decisions;
  private final Departments departments;
  private final Callers callers;
  private final Sources sources;

  MaterialLists(
      DecisionService decisions, Departments departments, Callers callers, Sources sources) {
    this.decisions = decisions;
    this.departments = departments;
    this.callers = callers;
    this.sources = sources;
  }

  /** The materials in the order of the list; a county inherits where its own plan is silent. */
  List<MaterialRule> of(String service, String jurisdiction, Set<String> categories) {
    String city = departments.jurisdiction(jurisdiction).parent();
    return MaterialRule.merged(
        answers(service, jurisdiction, categories),
        city == null ? List.of() : answers(service, city, categories),
        city,
        sources);
  }

  private List<MaterialRule> answers(String service, String place, Set<String> categories) {
    Map<String, Object> question =
        Map.of(
            "service", service,
            "jurisdiction", place,
            "categories", new ArrayList<>(categories));
    return callers.asSystem(
        () ->
            decisions
                .evaluateDecisionTableByKey(DECISION)
                .variables(question)
                .evaluate()
                .getResultList()
                .stream()
                .map(MaterialRule::of)
                .toList());
  }
}
