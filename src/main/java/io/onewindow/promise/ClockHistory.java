package io.onewindow.promise;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What happened to the clocks of one case, as far as their instants depend on it.
 *
 * @param clocks those that run, and every clock of the whole case
 * @param pauses all of them, ended or not
 * @param extensions when the law's limit of a clock was extended, by clock id
 */
record ClockHistory(List<Recorded> clocks, List<Pause> pauses, Map<String, Instant> extensions) {

  /**
   * A clock and the moment its row was written, which a start counted from an earlier receipt
   * precedes.
   */
  record Recorded(StepClock clock, Instant at) {

    private boolean isRunning(Instant when) {
      return !at.isAfter(when) && (clock.stoppedAt() == null || clock.stoppedAt().isAfter(when));
    }
  }

  List<Recorded> running() {
    return clocks.stream().filter(one -> one.clock().stoppedAt() == null).toList();
  }

  /** The clock of the whole case that ran at that moment. */
  Optional<Recorded> caseAt(Instant when) {
    return clocks.stream()
        .filter(one -> one.clock().isWholeCase() && one.isRunning(when))
        .max(Comparator.comparing(Recorded::at));
  }

  /** Whether the clock was one of those that stood still until then. */
  boolean stoodStill(Recorded clock, Instant until) {
    return clock.isRunning(until)
        && standstills(clock).stream().anyMatch(stood -> stood.to().equals(until));
  }

  /** The ended standstills of a clock in order. */
  List<Standstill> standstills(Recorded clock) {
    return Standstill.of(clock.clock(), clock.at(), pauses).stream()
        .filter(stood -> stood.to() != null)
        .toList();
  }
}
