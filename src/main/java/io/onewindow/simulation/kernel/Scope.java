package io.onewindow.simulation.kernel;

import io.onewindow.simulation.model.Container;
import io.onewindow.simulation.model.Flow;
import io.onewindow.simulation.model.Kind;
import io.onewindow.simulation.model.Node;
import java.util.ArrayList;
import java.util.List;

/** A process, subprocess or multi-instance body at work in one case. */
final class Scope {

  final Case ofCase;
  final Scope around;

  /** Null for the body of a multi-instance activity. */
  final Container container;

  /** What it is the inside of; null for the case's own process. */
  final Activity host;

  final Variables variables;

  /** Tokens in it: on its activities, waiting at its joins, or moving. */
  int tokens;

  boolean isClosed;

  /** The clock that a timer of this scope itself has started; null for none. */
  ClockRun clock;

  /** How many elements that its plan does not count a service is on. */
  int exclusions;

  Activity first;
  private int[] arrived;

  /** Flows of forks that have still to be taken at this instant. */
  private List<Flow> toTake = List.of();

  Scope(Case ofCase, Scope around, Container container, Activity host, Variables variables) {
    this.ofCase = ofCase;
    this.around = around;
    this.container = container;
    this.host = host;
    this.variables = variables;
  }

  /** The process around that is a service of its own, not a part that services share. */
  Scope service() {
    Scope at = this;
    while (at.around != null) {
      boolean called = at.host != null && at.host.node.kind() == Kind.CALL;
      if (called && at.container != null && !at.container.isSharedPart()) {
        return at;
      }
      at = at.around;
    }
    return at;
  }

  void link(Activity activity) {
    activity.next = first;
    if (first != null) {
      first.previous = activity;
    }
    first = activity;
  }

  void unlink(Activity activity) {
    if (activity.previous == null) {
      first = activity.next;
    } else {
      activity.previous.next = activity.next;
    }
    if (activity.next != null) {
      activity.next.previous = activity.previous;
    }
    activity.previous = null;
    activity.next = null;
  }

  /** A fork is about to take these flows one after the other. */
  void setOut(List<Flow> flows) {
    if (toTake.isEmpty()) {
      toTake = new ArrayList<>();
    }
    toTake.addAll(flows);
  }

  /** The fork takes that flow now; false when the scope has meanwhile been cleared. */
  boolean sets(Flow flow) {
    return toTake.remove(flow);
  }

  /** One more token waits at this join; how many wait there now. */
  int wait(Node join, int nodes) {
    if (arrived == null) {
      arrived = new int[nodes];
    }
    return ++arrived[join.index()];
  }

  /** The tokens at this join go on as one. */
  void pass(Node join) {
    tokens -= arrived[join.index()] - 1;
    arrived[join.index()] = 0;
  }

  /** Whether an activity at work, or a token at another join, may still come to this join. */
  boolean mayStillReach(Node join, Iterable<Node> nodes) {
    for (Activity one = first; one != null; one = one.next) {
      if (join.isReachableFrom(one.node)) {
        return true;
      }
    }
    for (Flow flow : toTake) {
      if (flow.target() == join || join.isReachableFrom(flow.target())) {
        return true;
      }
    }
    for (Node other : nodes) {
      if (other != join && arrived[other.index()] > 0 && join.isReachableFrom(other)) {
        return true;
      }
    }
    return false;
  }

  void clear() {
    tokens = 0;
    arrived = null;
    toTake = List.of();
  }
}
