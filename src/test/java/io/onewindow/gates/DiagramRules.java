package io.onewindow.gates;

import static java.util.stream.Collectors.toMap;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnLabel;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;

/** Everything that happens can be seen, and no label lies where bpmn-js happened to put it. */
final class DiagramRules {

  private DiagramRules() {}

  static Stream<String> violations(BpmnFile file, Surroundings known) {
    Map<BaseElement, BpmnShape> shapes =
        file.all(BpmnShape.class).stream()
            .filter(shape -> shape.getBpmnElement() != null)
            .collect(toMap(BpmnShape::getBpmnElement, shape -> shape, (one, other) -> one));
    Map<BaseElement, BpmnEdge> edges =
        file.all(BpmnEdge.class).stream()
            .filter(edge -> edge.getBpmnElement() != null)
            .collect(toMap(BpmnEdge::getBpmnElement, edge -> edge, (one, other) -> one));
    return Stream.of(
            file.all(FlowNode.class).stream().map(node -> node(node, shapes.get(node))),
            file.all(SequenceFlow.class).stream().map(flow -> flow(flow, edges.get(flow))),
            file.all(Lane.class).stream()
                .map(
                    lane ->
                        Violations.unless(
                            shapes.containsKey(lane), lane.getId() + ": no shape in the diagram")))
        .flatMap(found -> found)
        .filter(Objects::nonNull);
  }

  private static String node(FlowNode node, BpmnShape shape) {
    if (shape == null || shape.getBounds() == null) {
      return node.getId() + ": no shape in the diagram";
    }
    boolean labelledOutside = node instanceof Event || node instanceof Gateway;
    return labelledOutside ? label(node, shape.getBpmnLabel()) : null;
  }

  private static String flow(SequenceFlow flow, BpmnEdge edge) {
    return edge == null || edge.getWaypoints().size() < 2
        ? flow.getId() + ": no edge in the diagram"
        : label(flow, edge.getBpmnLabel());
  }

  private static String label(FlowElement element, BpmnLabel label) {
    boolean named = element.getName() != null && !element.getName().isBlank();
    return Violations.unless(
        !named || (label != null && label.getBounds() != null),
        element.getId() + ": the label has no bounds");
  }
}
