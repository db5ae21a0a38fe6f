package io.onewindow.desk.action;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.ComplexGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/**
 * In which parallel branches each node of one process or subprocess stands: the splits passed and
 * not joined again on the way there, and by which flow. A single token may move from one node to
 * another without a join waiting for ever or a branch running twice if, and only if, both stand in
 * the same branches. Where two ways to a node disagree the model is not well nested there, and no
 * such statement is made.
 */
final class StepGraph {

  private final Map<FlowNode, List<String>> branches = new HashMap<>();
  private final Set<FlowNode> irregular = new HashSet<>();
  private final Deque<FlowNode> open = new ArrayDeque<>();
  private final Collection<SequenceFlow> flows;
  private boolean looped;

  private StepGraph(ModelElementInstance scope) {
    this.flows = scope.getChildElementsByType(SequenceFlow.class);
  }

  /**
   * @param scope a process or an embedded subprocess
   */
  static StepGraph of(ModelElementInstance scope) {
    var graph = new StepGraph(scope);
    graph.read(scope);
    return graph;
  }

  private void read(ModelElementInstance scope) {
    scope.getChildElementsByType(StartEvent.class).forEach(start -> reach(start, List.of()));
    Collection<BoundaryEvent> borders = scope.getChildElementsByType(BoundaryEvent.class);
    while (!open.isEmpty()) {
      FlowNode node = open.poll();
      List<String> here = branches.get(node);
      leave(node, here);
      borders.stream()
          .filter(event -> event.getAttachedTo().equals(node))
          .forEach(event -> reach(event, beyond(event, here)));
    }
  }

  /** An interrupting event takes its host's token on, any other one makes a token more. */
  private static List<String> beyond(BoundaryEvent event, List<String> here) {
    return event.cancelActivity() ? here : with(here, event.getId());
  }

  private void leave(FlowNode node, List<String> here) {
    List<SequenceFlow> ways = waysFrom(node);
    boolean splits = ways.size() > 1 && (isFork(node) || !(node instanceof Gateway));
    for (SequenceFlow way : ways) {
      reach(way.getTarget(), splits ? with(here, way.getId()) : here);
    }
  }

  private void reach(FlowNode node, List<String> there) {
    boolean joins = isFork(node) && waysInto(node) > 1;
    if (node instanceof ComplexGateway || (joins && there.isEmpty())) {
      reject(node);
      return;
    }
    List<String> stack = joins ? there.subList(0, there.size() - 1) : there;
    List<String> known = branches.putIfAbsent(node, List.copyOf(stack));
    if (known == null) {
      open.add(node);
    } else if (isPrefix(known, stack)) {
      looped = true;
    } else if (!known.equals(stack)) {
      reject(node);
    }
  }

  /** A way back out of an open branch to before its split. */
  private static boolean isPrefix(List<String> known, List<String> stack) {
    return known.size() < stack.size() && known.equals(stack.subList(0, known.size()));
  }

  /**
   * Whether a loop leads out of an open branch to before its split: then tokens of several rounds
   * may be on their way at once, and only a token that is alone may be moved.
   */
  boolean isLooped() {
    return looped;
  }

  /** From a node that two ways reach differently everything behind it is doubtful as well. */
  private void reject(FlowNode node) {
    if (irregular.add(node)) {
      waysFrom(node).forEach(way -> reject(way.getTarget()));
    }
  }

  private List<SequenceFlow> waysFrom(FlowNode node) {
    return flows.stream().filter(flow -> flow.getSource().equals(node)).toList();
  }

  private long waysInto(FlowNode node) {
    return flows.stream().filter(flow -> flow.getTarget().equals(node)).count();
  }

  private static boolean isFork(FlowNode node) {
    return node instanceof ParallelGateway || node instanceof InclusiveGateway;
  }

  private static List<String> with(List<String> stack, String branch) {
    List<String> deeper = new ArrayList<>(stack);
    deeper.add(branch);
    return deeper;
  }

  /**
   * The open branches in which a node stands, the outermost first; empty where none can be said.
   */
  Optional<List<String>> branchesOf(FlowNode node) {
    return irregular.contains(node) ? Optional.empty() : Optional.ofNullable(branches.get(node));
  }

  /** The activities to which a token that stands on a node may be moved, in the model's order. */
  List<Activity> reachableFor(FlowNode node) {
    Optional<List<String>> here = branchesOf(node);
    return here.isEmpty()
        ? List.of()
        : node.getParentElement().getChildElementsByType(Activity.class).stream()
            .filter(other -> branchesOf(other).equals(here))
            .toList();
  }
}
