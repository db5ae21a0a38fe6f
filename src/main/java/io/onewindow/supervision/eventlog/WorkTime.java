package io.onewindow.supervision.eventlog;

import io.onewindow.calendar.WorkCalendar;
import io.onewindow.supervision.history.PastPause;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** Office time between two instants in one hall, and what is left of it outside the pauses. */
final class WorkTime {

  private final WorkCalendar calendar;
  private final List<PastPause> pauses;
  private final Instant now;

  /**
   * @param pauses may overlap; one that lasts has lasted until now
   */
  WorkTime(WorkCalendar calendar, List<PastPause> pauses, Instant now) {
    this.calendar = calendar;
    this.pauses = pauses.stream().sorted(Comparator.comparing(PastPause::from)).toList();
    this.now = now;
  }

  /** Null where no calendar reaches back so far. */
  Duration of(Instant from, Instant to) {
    if (from.atZone(WorkCalendar.ZONE).getYear() < calendar.firstYear()) {
      return null;
    }
    return from.isBefore(to) ? calendar.officeTimeBetween(from, to) : Duration.ZERO;
  }

  /** Null where no calendar reaches back so far. */
  Duration net(Instant from, Instant to) {
    Duration net = of(from, to);
    if (net == null) {
      return null;
    }
    Instant covered = from;
    for (PastPause pause : pauses) {
      Instant begin = later(pause.from(), covered);
      Instant end = earlier(pause.to() == null ? now : pause.to(), to);
      if (begin.isBefore(end)) {
        net = net.minus(of(begin, end));
        covered = end;
      }
    }
    return net;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
