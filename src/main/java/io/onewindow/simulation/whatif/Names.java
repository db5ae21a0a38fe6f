package io.onewindow.simulation.whatif;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.onewindow.department.Departments;
import io.onewindow.department.Jurisdiction;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** What people call what a scenario names by id; the id itself where nobody knows better. */
final class Names {

  private static final Departments DEPARTMENTS = new Departments();

  private final ObjectNode approval;
  private final BpmnModelInstance model;

  /**
   * @param model null for none
   */
  Names(ObjectNode approval, BpmnModelInstance model) {
    this.approval = approval;
    this.model = model;
  }

  String group(String id) {
    return DEPARTMENTS.name(approval.path("jurisdiction").asText(), id);
  }

  String place(String id) {
    return DEPARTMENTS.jurisdictions().stream()
        .filter(one -> one.id().equals(id))
        .map(Jurisdiction::name)
        .findFirst()
        .orElse(id);
  }

  String task(String id) {
    return model != null
            && model.getModelElementById(id) instanceof FlowNode node
            && node.getName() != null
        ? node.getName()
        : id;
  }

  /** A step is called as the task whose due date asks for its limit. */
  String step(String id) {
    if (id.equals("case")) {
      return "全流程";
    }
    return model == null
        ? id
        : model.getModelElementsByType(UserTask.class).stream()
            .filter(task -> task.getCamundaDueDate() != null && task.getName() != null)
            .filter(task -> task.getCamundaDueDate().contains("'" + id + "'"))
            .map(FlowNode::getName)
            .findFirst()
            .orElse(id);
  }
}
