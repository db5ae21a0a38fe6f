package io.onewindow.promise;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

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

    /** Whether a special procedure makes it stand still. */
    boolean isPausable() {
      return clock.isPausable();
    }

    private boolean isRunning(Instant when) {
      return !at.isAfter(when) && (clock.stoppedAt() == null || clock.stoppedAt().isAfter(when));
    }
  }

  /** A time in which a clock stood still, overlapping pauses merged. */
  record Standstill(Instant from, Instant until) {}

  private record Turn(Instant at, int openPauses) {}

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
        && standstills(clock).stream().anyMatch(stood -> stood.until().equals(until));
  }

  /**
   * The ended standstills of a clock in order. A clock that began while a pause lasted runs until
   * the next pause begins.
   */
  List<Standstill> standstills(Recorded clock) {
    List<Standstill> stood = new ArrayList<>();
    if (!clock.isPausable()) {
      return stood;
    }
    Instant since = null;
    int open = 0;
    for (Turn turn : turns()) {
      open += turn.openPauses();
      if (turn.openPauses() > 0 && since == null && !turn.at().isBefore(clock.at())) {
        since = turn.at();
      } else if (open == 0 && since != null) {
        stood.add(new Standstill(since, turn.at()));
        since = null;
      }
    }
    return stood;
  }

  /** Where pauses begin and end; at one instant beginnings go first. */
  private List<Turn> turns() {
    return pauses.stream()
        .flatMap(
            pause ->
                Stream.of(new Turn(pause.pausedAt(), 1), new Turn(pause.resumedAt(), -1))
                    .filter(turn -> turn.at() != null))
        .sorted(
            Comparator.comparing(Turn::at)
                .thenComparing(Comparator.comparingInt(Turn::openPauses).reversed()))
        .toList();
  }
}
