package io.onewindow.laboratory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.onewindow.department.Departments;
import io.onewindow.department.Jurisdiction;
import io.onewindow.problem.Problem;
import io.onewindow.simulation.result.ElementsJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What can be tried: services, their diagrams and their present state. */
@RestController
@RequestMapping("/api/v1/experiments/services")
class WorkbenchApi {

  /** Where a baseline can be taken from. */
  record Source(String id, String name) {}

  /**
   * A service that can be chosen.
   *
   * @param baselines by jurisdiction; none where a scenario file is needed
   */
  record Service(
      String id, String name, List<Integer> versions, Map<String, List<Source>> baselines) {}

  /**
   * All that is needed to make edits.
   *
   * @param given the baseline: what differs from the assumptions
   * @param full the same with assumptions
   * @param assumed paths in {@code full} that are assumptions
   * @param groups Chinese names of the departments that have staff, as that jurisdiction names them
   * @param elements which element stands on which diagram
   * @param diagrams BPMN texts by process id
   */
  record Workbench(
      String service,
      String name,
      List<Integer> versions,
      ObjectNode given,
      ObjectNode full,
      List<String> assumed,
      Map<String, String> groups,
      ArrayNode elements,
      Map<String, String> diagrams) {}

  private final Trainers trainers;
  private final DeployedModels models;
  private final Preparation preparation;
  private final Departments departments;
  private final List<Baseline> baselines;

  WorkbenchApi(
      Trainers trainers,
      DeployedModels models,
      Preparation preparation,
      Departments departments,
      List<Baseline> baselines) {
    this.trainers = trainers;
    this.models = models;
    this.preparation = preparation;
    this.departments = departments;
    this.baselines = baselines;
  }

  @GetMapping
  List<Service> services() {
    trainers.caller();
    return models.services().stream().map(this::service).toList();
  }

  private Service service(ProcessDefinition definition) {
    Map<String, List<Source>> sources = new LinkedHashMap<>();
    for (Jurisdiction place : departments.jurisdictions()) {
      sources.put(
          place.id(),
          baselines.stream()
              .filter(one -> one.knows(definition.getKey(), place.id()))
              .map(one -> new Source(one.id(), one.name()))
              .toList());
    }
    return new Service(
        definition.getKey(), definition.getName(), models.versions(definition.getKey()), sources);
  }

  /**
   * @param baseline id of a source; the first that knows the service when absent
   */
  @GetMapping("/{service}")
  Workbench workbench(
      @PathVariable String service,
      @RequestParam String jurisdiction,
      @RequestParam(required = false) String baseline) {
    trainers.caller();
    departments.jurisdiction(jurisdiction);
    ObjectNode given =
        baselines.stream()
            .filter(one -> baseline == null || one.id().equals(baseline))
            .filter(one -> one.knows(service, jurisdiction))
            .findFirst()
            .orElseThrow(() -> unknown(service))
            .scenario(service, jurisdiction);
    Experiment ready = preparation.prepare(new Proposal(service, "", given));
    return new Workbench(
        service,
        ready.serviceName(),
        models.versions(service),
        given,
        ready.full().tree(),
        ready.full().assumed(),
        groups(ready.full().tree(), jurisdiction),
        ElementsJson.write(ready.trial().baseline()),
        ready.diagrams());
  }

  private static Problem unknown(String service) {
    return Problem.notFound("no-baseline", "事项“" + service + "”在这里没有可用的基线数据，请打开一个完整的情景文件。");
  }

  private Map<String, String> groups(ObjectNode tree, String jurisdiction) {
    Map<String, String> names = new LinkedHashMap<>();
    for (JsonNode profile : tree.path("resource_profiles")) {
      names.put(profile.path("id").asText(), profile.path("name").asText());
    }
    for (JsonNode staff : tree.at("/approval/staff")) {
      for (JsonNode group : staff.path("groups")) {
        names.put(group.asText(), departments.name(jurisdiction, group.asText()));
      }
    }
    return names;
  }
}
