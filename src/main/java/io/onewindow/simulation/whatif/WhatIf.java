package io.onewindow.simulation.whatif;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.onewindow.problem.Problem;
import io.onewindow.simulation.model.ModelSource;
import io.onewindow.simulation.scenario.Entry;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;

/**
 * A baseline with ordered edits applied.
 *
 * @param scenario the changed scenario, without its edits
 * @param model the changed model
 * @param told what each edit does, in Chinese
 * @param changed ids of the diagram's elements that are new or lead elsewhere
 */
public record WhatIf(
    ObjectNode scenario, BpmnModelInstance model, List<String> told, List<String> changed) {

  /**
   * @param baseline is not changed
   * @throws Problem naming the edit that cannot be made and why
   */
  public static WhatIf of(
      ObjectNode baseline, JsonNode edits, BpmnModelInstance model, ModelSource source) {
    ObjectNode scenario = baseline.deepCopy();
    approval(scenario).remove("edits");
    WhatIf whatIf = new WhatIf(scenario, model.clone(), new ArrayList<>(), new ArrayList<>());
    for (Entry edit : new Entry(edits, "approval.edits").list()) {
      whatIf = whatIf.with(edit, source);
    }
    return whatIf;
  }

  private WhatIf with(Entry edit, ModelSource source) {
    String kind = edit.need("edit").text();
    switch (kind) {
      case "parallelize", "serialize", "skipTask":
        DiagramEdits diagram = new DiagramEdits(model, source, scenario);
        told.add(diagram.apply(kind, edit));
        changed.addAll(diagram.changed());
        return this;
      case "useModelVersion":
        BpmnModelInstance other = ModelVersions.read(edit, source);
        told.add("改用模型 " + edit.need("file").text());
        return new WhatIf(scenario, other, told, changed);
      default:
        told.add(new ScenarioEdits(scenario, model).apply(kind, edit));
        return this;
    }
  }

  /** The scenario with one more person in a department. */
  public static ObjectNode withOneMore(ObjectNode scenario, String group) {
    ObjectNode more = scenario.deepCopy();
    ObjectNode edit = more.objectNode().put("edit", "addStaff").put("group", group);
    new ScenarioEdits(more, null).apply("addStaff", new Entry(edit, "approval.staffNeeded"));
    return more;
  }

  static ObjectNode approval(ObjectNode scenario) {
    return scenario.withObject("/approval");
  }
}
