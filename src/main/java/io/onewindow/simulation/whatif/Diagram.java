package io.onewindow.simulation.whatif;

import java.util.List;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnPlane;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.DiagramElement;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;

/** Keeps the drawing in step with a rewired model; does nothing for a model without one. */
final class Diagram {

  private static final int GATEWAY = 50;
  private static final int GAP = 40;

  private final BpmnModelInstance model;
  private final BpmnPlane plane;

  Diagram(BpmnModelInstance model) {
    this.model = model;
    this.plane = model.getModelElementsByType(BpmnPlane.class).stream().findFirst().orElse(null);
  }

  void forget(BaseElement element) {
    DiagramElement drawn = element.getDiagramElement();
    if (drawn != null) {
      drawn.getParentElement().removeChildElement(drawn);
    }
  }

  /** Draws a flow straight from one node's middle to the other's. */
  void draw(SequenceFlow flow) {
    forget(flow);
    BpmnShape from = shape(flow.getSource());
    BpmnShape to = shape(flow.getTarget());
    if (plane == null || from == null || to == null) {
      return;
    }
    BpmnEdge edge = model.newInstance(BpmnEdge.class);
    edge.setBpmnElement(flow);
    plane.addChildElement(edge);
    waypoint(edge, from.getBounds().getX() + from.getBounds().getWidth(), middle(from));
    waypoint(edge, to.getBounds().getX(), middle(to));
  }

  /** Puts tasks one above the other between their gateways. */
  void stack(FlowNode split, List<FlowNode> tasks, FlowNode join) {
    BpmnShape first = shape(tasks.get(0));
    if (plane == null || first == null) {
      return;
    }
    Bounds place = first.getBounds();
    double below = place.getY();
    for (FlowNode task : tasks) {
      Bounds bounds = shape(task).getBounds();
      bounds.setX(place.getX());
      bounds.setY(below);
      below += bounds.getHeight() + GAP;
    }
    double middle = place.getY() + place.getHeight() / 2 - GATEWAY / 2.0;
    add(split, place.getX() - GATEWAY - GAP, middle);
    add(join, place.getX() + place.getWidth() + GAP, middle);
    tasks.forEach(task -> task.getIncoming().forEach(this::draw));
    tasks.forEach(task -> task.getOutgoing().forEach(this::draw));
    split.getIncoming().forEach(this::draw);
    join.getOutgoing().forEach(this::draw);
  }

  private void add(FlowNode node, double x, double y) {
    BpmnShape shape = model.newInstance(BpmnShape.class);
    shape.setBpmnElement(node);
    Bounds bounds = model.newInstance(Bounds.class);
    bounds.setX(x);
    bounds.setY(y);
    bounds.setWidth(GATEWAY);
    bounds.setHeight(GATEWAY);
    shape.setBounds(bounds);
    plane.addChildElement(shape);
  }

  private void waypoint(BpmnEdge edge, double x, double y) {
    Waypoint point = model.newInstance(Waypoint.class);
    point.setX(x);
    point.setY(y);
    edge.addChildElement(point);
  }

  private static double middle(BpmnShape shape) {
    return shape.getBounds().getY() + shape.getBounds().getHeight() / 2;
  }

  private static BpmnShape shape(FlowNode node) {
    return node.getDiagramElement() instanceof BpmnShape shape ? shape : null;
  }
}
