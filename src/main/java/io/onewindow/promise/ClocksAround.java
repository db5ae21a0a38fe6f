package io.onewindow.promise;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What there was of clocks when an element of a service is entered, read at once.
 *
 * @param activityId the element
 * @param clocks every clock the element had, and that of the whole case while it runs
 */
record ClocksAround(String activityId, List<StepClock> clocks) {

  /** The clock of the whole case, while it runs. */
  Optional<StepClock> runningCase() {
    return clocks.stream()
        .filter(clock -> clock.isWholeCase() && clock.stoppedAt() == null)
        .findFirst();
  }

  /** The clock that runs for this execution of the element. */
  Optional<StepClock> running(String executionId) {
    return clocks.stream()
        .filter(clock -> clock.activityId().equals(activityId) && clock.stoppedAt() == null)
        .filter(clock -> clock.executionId().equals(executionId))
        .findFirst();
  }

  /** The running clock of a whole case whose element was left by a return and is entered again. */
  Optional<StepClock> leftRunning(String step) {
    return clocks.stream()
        .filter(clock -> clock.isOf(activityId, step) && clock.stoppedAt() == null)
        .filter(clock -> clock.executionId().isEmpty())
        .findFirst();
  }

  /** Whether a clock of the element counted from the same instant before. */
  boolean hasCountedFrom(String step, Instant start) {
    return clocks.stream()
        .anyMatch(clock -> clock.isOf(activityId, step) && clock.startedAt().equals(start));
  }
}
