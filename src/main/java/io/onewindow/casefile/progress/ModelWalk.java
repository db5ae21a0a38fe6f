package io.onewindow.casefile.progress;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/**
 * Which people's steps are sure to come after those that are open: those reached without passing a
 * decision. What hangs on a decision is not foretold.
 */
final class ModelWalk {

  /**
   * A place in a model and in the models that called it.
   *
   * @param caller the call that led into this model, null in the case's own
   */
  record Place(FlowNode node, Place caller) {}

  private final Function<CallActivity, Collection<StartEvent>> called;
  private final Set<FlowNode> ahead = new LinkedHashSet<>();
  private final Set<Place> seen = new HashSet<>();
  private final Deque<Place> next = new ArrayDeque<>();

  private ModelWalk(Function<CallActivity, Collection<StartEvent>> called) {
    this.called = called;
  }

  /**
   * @param open where the case stands
   * @param called how the process begins that a call leads to; empty if that cannot be known
   */
  static Set<FlowNode> ahead(
      Collection<Place> open, Function<CallActivity, Collection<StartEvent>> called) {
    ModelWalk walk = new ModelWalk(called);
    open.forEach(walk::leave);
    while (!walk.next.isEmpty()) {
      walk.enter(walk.next.removeFirst());
    }
    return walk.ahead;
  }

  private void enter(Place place) {
    if (!seen.add(place)) {
      return;
    }
    if (place.node() instanceof UserTask task) {
      ahead.add(task);
    }
    if (place.node() instanceof SubProcess inner) {
      inner.getChildElementsByType(StartEvent.class).forEach(start -> go(start, place.caller()));
    } else if (place.node() instanceof CallActivity call) {
      call(call, place);
    } else if (!(place.node() instanceof Gateway gateway) || isPassedWithoutDecision(gateway)) {
      leave(place);
    }
  }

  /** A call stands for itself where it is open which steps it will take. */
  private void call(CallActivity call, Place place) {
    int before = ahead.size();
    Deque<Place> afterwards = new ArrayDeque<>(next);
    next.clear();
    called.apply(call).forEach(start -> go(start, place));
    while (!next.isEmpty()) {
      enter(next.removeFirst());
    }
    if (ahead.size() == before) {
      ahead.add(call);
    }
    next.addAll(afterwards);
  }

  private static boolean isPassedWithoutDecision(Gateway gateway) {
    return gateway instanceof ParallelGateway || gateway.getOutgoing().size() <= 1;
  }

  /** A plain end goes on behind the subprocess or the call it stands in; another end does not. */
  private void leave(Place place) {
    FlowNode node = place.node();
    if (!(node instanceof EndEvent end)) {
      node.getOutgoing().forEach(way -> go(way.getTarget(), place.caller()));
    } else if (end.getEventDefinitions().isEmpty()) {
      if (node.getParentElement() instanceof SubProcess outer) {
        if (!outer.triggeredByEvent()) {
          leave(new Place(outer, place.caller()));
        }
      } else if (place.caller() != null) {
        leave(place.caller());
      }
    }
  }

  private void go(FlowNode node, Place caller) {
    next.add(new Place(node, caller));
  }
}
