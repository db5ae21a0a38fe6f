package io.onewindow.simulation.kernel;

import io.onewindow.simulation.model.Node;
import java.util.ArrayList;
import java.util.List;

/** An element at work in one case; when planned, what is planned is its end. */
final class Activity extends Happening {

  /** Where it stands. */
  enum State {
    OPEN,
    QUEUED,
    IN_SERVICE,
    DELAYED,
    IN_PROCEDURE,
    LYING,
    ENDED
  }

  final Replication run;
  final Node node;
  final Scope scope;
  Variables variables;
  State state = State.OPEN;
  int visit;
  Activity previous;
  Activity next;

  /** The scope inside a subprocess, call or multi-instance body; null for others. */
  Scope inside;

  /** Whether it is one of several of a multi-instance activity. */
  boolean isInstance;

  /** Of a multi-instance body. */
  List<?> elements;

  int begun;
  int completed;
  int total;

  List<Timer> timers = List.of();
  ClockRun clock;
  long due = Long.MAX_VALUE;
  int priority = 50;

  long cameAt;

  /** What was really done here; null for what is simulated. */
  OpenCases.Done done;

  long enabledAt;
  long queuedAt;
  long startedAt;
  long length;
  Worker worker;
  long queueKey;
  long queueOrder;
  int queuePlace = -1;

  Activity(Replication run, Node node, Scope scope) {
    this.run = run;
    this.node = node;
    this.scope = scope;
    this.variables = scope.variables;
  }

  Case ofCase() {
    return scope.ofCase;
  }

  void add(Timer timer) {
    if (timers.isEmpty()) {
      timers = new ArrayList<>(3);
    }
    timers.add(timer);
  }

  @Override
  void happen() {
    switch (state) {
      case IN_SERVICE -> run.staff.finish(this);
      case DELAYED -> run.work.delayed(this);
      case IN_PROCEDURE -> run.work.resume(this);
      case QUEUED -> run.staff.queue(this);
      case LYING -> run.work.takenUp(this);
      default -> throw new IllegalStateException(node.id() + " has no end to come");
    }
  }
}
