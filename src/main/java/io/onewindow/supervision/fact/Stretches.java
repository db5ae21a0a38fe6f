package io.onewindow.supervision.fact;

import io.onewindow.calendar.WorkCalendar;
import io.onewindow.promise.Pause;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** How long a stretch of time was: by the wall, in office hours, and without the pauses in it. */
final class Stretches {

  private record Stretch(Instant from, Instant to) {}

  private final WorkCalendar calendar;

  Stretches(WorkCalendar calendar) {
    this.calendar = calendar;
  }

  /** Office time in milliseconds; none if reversed. */
  long working(Instant from, Instant to) {
    return from.isBefore(to) ? calendar.officeTimeBetween(from, to).toMillis() : 0;
  }

  /**
   * @param pauses in any order; they may overlap
   */
  Spent spent(Instant from, Instant to, List<Pause> pauses) {
    long working = working(from, to);
    long paused =
        merged(from, to, pauses).stream().mapToLong(one -> working(one.from(), one.to())).sum();
    return new Spent(Math.max(0, Duration.between(from, to).toMillis()), working, working - paused);
  }

  private static List<Stretch> merged(Instant from, Instant to, List<Pause> pauses) {
    List<Stretch> merged = new ArrayList<>();
    pauses.stream()
        .map(pause -> within(from, to, pause))
        .filter(one -> one.from().isBefore(one.to()))
        .sorted(Comparator.comparing(Stretch::from))
        .forEach(next -> merge(merged, next));
    return merged;
  }

  private static Stretch within(Instant from, Instant to, Pause pause) {
    Instant begin = pause.pausedAt().isBefore(from) ? from : pause.pausedAt();
    boolean lasts = pause.resumedAt() == null || pause.resumedAt().isAfter(to);
    return new Stretch(begin, lasts ? to : pause.resumedAt());
  }

  private static void merge(List<Stretch> merged, Stretch next) {
    Stretch last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
    if (last == null || last.to().isBefore(next.from())) {
      merged.add(next);
    } else if (next.to().isAfter(last.to())) {
      merged.set(merged.size() - 1, new Stretch(last.from(), next.to()));
    }
  }
}
