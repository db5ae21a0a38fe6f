package io.onewindow.supervision.conformance;

import io.onewindow.supervision.conformance.ModelNode.Split;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.LinkEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;

/** What a model allows to follow what, and what must have been done before what. */
final class ModelGraph {

  private final Map<String, FlowNode> elements = new HashMap<>();
  private final Map<String, ModelNode> nodes = new HashMap<>();
  private final Map<String, Set<String>> required = new HashMap<>();

  ModelGraph(BpmnModelInstance model) {
    for (FlowNode node : model.getModelElementsByType(FlowNode.class)) {
      elements.put(node.getId(), node);
      nodes.put(node.getId(), read(node));
    }
    require();
  }

  /** Null where the model has no such element. */
  ModelNode node(String id) {
    return nodes.get(id);
  }

  /**
   * The work that lies on every way of the model to that element: on all ways of a merge what they
   * share, before a parallel join that of every branch.
   */
  List<ModelNode> requiredBefore(String id) {
    return required.getOrDefault(id, Set.of()).stream()
        .filter(other -> !other.equals(id))
        .map(nodes::get)
        .filter(ModelNode::work)
        .sorted((one, other) -> one.id().compareTo(other.id()))
        .toList();
  }

  private static ModelNode read(FlowNode node) {
    String name =
        node.getName() == null || node.getName().isBlank() ? node.getId() : node.getName();
    boolean one = node instanceof ExclusiveGateway || node instanceof EventBasedGateway;
    boolean join = node instanceof ParallelGateway || node instanceof InclusiveGateway;
    return new ModelNode(
        node.getId(),
        name,
        node.getIncoming().stream()
            .map(flow -> flow.getSource().getId())
            .collect(Collectors.toSet()),
        one ? Split.ONE : Split.EACH,
        join && node.getIncoming().size() > 1,
        node.getIncoming().size(),
        node instanceof Activity,
        isFree(node));
  }

  private static boolean isFree(FlowNode node) {
    boolean eventSubProcess = node instanceof SubProcess sub && sub.triggeredByEvent();
    boolean compensation = node instanceof Activity activity && activity.isForCompensation();
    return node instanceof StartEvent
        || node instanceof BoundaryEvent
        || eventSubProcess
        || compensation
        || isLinkCatch(node);
  }

  private static boolean isLinkCatch(FlowNode node) {
    return node instanceof IntermediateCatchEvent event
        && event.getEventDefinitions().stream().anyMatch(LinkEventDefinition.class::isInstance);
  }

  /** The greatest solution: everything is required of a node until a way to it says otherwise. */
  private void require() {
    nodes.keySet().forEach(id -> required.put(id, new HashSet<>(nodes.keySet())));
    boolean changed = true;
    while (changed) {
      changed = false;
      for (ModelNode node : nodes.values()) {
        Set<String> now = computed(node);
        changed |= !now.equals(required.put(node.id(), now));
      }
    }
  }

  private Set<String> computed(ModelNode node) {
    Set<String> found = new HashSet<>();
    FlowNode element = elements.get(node.id());
    if (element instanceof BoundaryEvent border) {
      found.addAll(required.get(border.getAttachedTo().getId()));
      found.remove(border.getAttachedTo().getId());
    } else if (!node.free() && !node.before().isEmpty()) {
      boolean all = element instanceof ParallelGateway;
      found.addAll(combined(element.getIncoming(), all));
    }
    found.add(node.id());
    return found;
  }

  private Set<String> combined(Collection<SequenceFlow> flows, boolean all) {
    List<Set<String>> ways = new ArrayList<>();
    flows.forEach(flow -> ways.add(required.get(flow.getSource().getId())));
    Set<String> combined = new HashSet<>(ways.get(0));
    for (Set<String> way : ways) {
      if (all) {
        combined.addAll(way);
      } else {
        combined.retainAll(way);
      }
    }
    return combined;
  }

  /** Whether the element is a gateway: what is waiting there has done nothing yet. */
  boolean isGateway(String id) {
    return elements.get(id) instanceof Gateway;
  }

  /** Whether the element joins every flow that leads to it. */
  boolean isParallel(String id) {
    return elements.get(id) instanceof ParallelGateway;
  }
}
