package io.onewindow.simulation.model;

import io.onewindow.simulation.expression.Expression;
import java.util.List;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.LoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** Reads multi-instance activities. */
final class Repetitions {

  private Repetitions() {}

  /** Null for an activity that is done once. */
  static Repetition read(FlowNode element, List<String> unsupported) {
    LoopCharacteristics loop =
        element instanceof Activity activity ? activity.getLoopCharacteristics() : null;
    if (loop == null) {
      return null;
    }
    if (!(loop instanceof MultiInstanceLoopCharacteristics many)) {
      unsupported.add(element.getId() + "（标准循环尚不支持，请改用多实例）");
      return null;
    }
    return new Repetition(
        many.isSequential(),
        child(element, many.getLoopCardinality()),
        collection(element, many.getCamundaCollection()),
        many.getCamundaElementVariable(),
        child(element, many.getCompletionCondition()));
  }

  private static Expression child(FlowNode element, ModelElementInstance child) {
    return child == null ? null : Elements.expression(element.getId(), child.getTextContent());
  }

  private static Expression collection(FlowNode element, String text) {
    if (text == null) {
      return null;
    }
    return Elements.expression(element.getId(), text.contains("{") ? text : "${" + text + "}");
  }
}
