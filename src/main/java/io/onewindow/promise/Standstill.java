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

  /** The standstills of a clock that were not over before it began and began before it was due. */
  static List<Standstill> of(StepClock clock, List<Pause> pauses) {
    if (!clock.isPausable()) {
      return List.of();
    }
    List<Standstill> merged = new ArrayList<>();
    pauses.stream()
        .filter(pause -> isWithin(clock, pause))
        .map(pause -> new Standstill(later(pause.pausedAt(), clock.startedAt()), pause.resumedAt()))
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

  private static boolean isWithin(StepClock clock, Pause pause) {
    boolean over = pause.resumedAt() != null && !pause.resumedAt().isAfter(clock.startedAt());
    boolean afterwards = clock.stoppedAt() != null && !pause.pausedAt().isBefore(clock.stoppedAt());
    return !over && !afterwards && pause.pausedAt().isBefore(clock.dueAt());
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
