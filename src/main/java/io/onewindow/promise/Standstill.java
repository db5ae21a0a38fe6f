package io.onewindow.promise;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A time in which one clock stood still: its case's pauses, overlapping ones as one.
 *
 * @param to null while it lasts
 */
record Standstill(Instant from, Instant to) {

  /**
   * The standstills of a clock, in order; one that had begun before counts from then on.
   *
   * @param since when the clock's row was written
   */
  static List<Standstill> of(StepClock clock, Instant since, List<Pause> pauses) {
    if (!clock.isPausable()) {
      return List.of();
    }
    List<Standstill> merged = new ArrayList<>();
    pauses.stream()
        .filter(pause -> isWithin(clock, since, pause))
        .map(pause -> new Standstill(later(pause.pausedAt(), since), pause.resumedAt()))
        .sorted(Comparator.comparing(Standstill::from))
        .forEach(next -> merge(merged, next));
    return merged;
  }

  private static void merge(List<Standstill> merged, Standstill next) {
    Standstill last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
    if (last == null || (last.to() != null && last.to().isBefore(next.from()))) {
      merged.add(next);
    } else if (last.to() != null && (next.to() == null || next.to().isAfter(last.to()))) {
      merged.set(merged.size() - 1, new Standstill(last.from(), next.to()));
    }
  }

  private static boolean isWithin(StepClock clock, Instant since, Pause pause) {
    boolean over = pause.resumedAt() != null && !pause.resumedAt().isAfter(since);
    boolean afterwards = clock.stoppedAt() != null && !pause.pausedAt().isBefore(clock.stoppedAt());
    return !over && !afterwards;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
