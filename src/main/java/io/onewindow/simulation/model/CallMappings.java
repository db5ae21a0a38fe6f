package io.onewindow.simulation.model;

import java.util.List;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;

/** Reads which variables a call activity hands over and takes back. */
final class CallMappings {

  private CallMappings() {}

  static List<Assignment> in(FlowNode element) {
    return TaskReader.extensions(element, CamundaIn.class).stream()
        .filter(one -> one.getCamundaBusinessKey() == null)
        .map(
            one ->
                mapping(
                    element,
                    one.getCamundaVariables(),
                    one.getCamundaTarget(),
                    one.getCamundaSource(),
                    one.getCamundaSourceExpression()))
        .toList();
  }

  static List<Assignment> out(FlowNode element) {
    return TaskReader.extensions(element, CamundaOut.class).stream()
        .map(
            one ->
                mapping(
                    element,
                    one.getCamundaVariables(),
                    one.getCamundaTarget(),
                    one.getCamundaSource(),
                    one.getCamundaSourceExpression()))
        .toList();
  }

  private static Assignment mapping(
      FlowNode element, String all, String target, String source, String sourceExpression) {
    if ("all".equals(all)) {
      return new Assignment(null, null);
    }
    String text = sourceExpression == null ? "${" + source + "}" : sourceExpression;
    return new Assignment(target, Elements.expression(element.getId(), text));
  }
}
