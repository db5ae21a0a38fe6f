package io.onewindow.promise;

import java.time.Instant;

/** A clock with every instant at which a timer of its fires. */
record ClockPoints(StepClock clock, Instant reminderAt) {

  Instant at(ClockPoint point) {
    return switch (point) {
      case REMINDER -> reminderAt;
      case AMBER -> clock.warningAt();
      case DUE -> clock.dueAt();
    };
  }

  /** Whether that instant is still to come, for a clock that stands still as of when it stopped. */
  boolean isAhead(ClockPoint point, Instant now) {
    return at(point).isAfter(clock.pausedAt() == null ? now : clock.pausedAt());
  }
}
