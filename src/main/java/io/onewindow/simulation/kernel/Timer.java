package io.onewindow.simulation.kernel;

import io.onewindow.simulation.model.Node;
import io.onewindow.simulation.model.Reminder;

/** A timer of a case. */
final class Timer extends Happening {

  private final Replication run;

  /** What it is attached to; null for one that starts an event subprocess. */
  final Activity host;

  final Scope scope;

  /** The event it triggers; null for a reminder. */
  final Node event;

  /** Null for an event. */
  final Reminder reminder;

  /** The clock it follows and where; null for a time of its own. */
  ClockRun clock;

  ClockRun.Point point;

  /** Of a cycle: how long between, and how many more times. */
  long period;

  int left;

  Timer(Replication run, Activity host, Scope scope, Node event, Reminder reminder) {
    this.run = run;
    this.host = host;
    this.scope = scope;
    this.event = event;
    this.reminder = reminder;
  }

  @Override
  void happen() {
    run.timers.fire(this);
  }
}
