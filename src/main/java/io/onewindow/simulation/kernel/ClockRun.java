package io.onewindow.simulation.kernel;

import java.util.ArrayList;
import java.util.List;

/** A promise clock of a case or a step while it runs. */
final class ClockRun {

  /** The instants a timer may be set to. */
  enum Point {
    DUE,
    WARNING,
    REMINDER
  }

  final String step;
  final Scope service;
  final long startedAt;
  Limits.Instants instants;
  long pausedAt = -1;
  long pausedFor;
  long stoppedAt = -1;
  boolean isRed;
  final List<Timer> timers = new ArrayList<>(3);

  ClockRun(String step, Scope service, long startedAt, Limits.Instants instants) {
    this.step = step;
    this.service = service;
    this.startedAt = startedAt;
    this.instants = instants;
  }

  boolean isWholeCase() {
    return step.endsWith("case");
  }

  boolean isRunning() {
    return stoppedAt < 0;
  }

  long at(Point point) {
    return switch (point) {
      case DUE -> instants.due();
      case WARNING -> instants.warning();
      case REMINDER -> instants.reminder();
    };
  }

  /** Whether the limit was, or by that instant is, broken. */
  boolean isLate(long now) {
    return isRed
        || (isRunning() ? pausedAt < 0 && now > instants.due() : stoppedAt > instants.due());
  }
}
