package io.onewindow.supervision.fact;

import io.onewindow.calendar.WorkCalendar;
import io.onewindow.supervision.AttributableTime.Share;
import io.onewindow.supervision.fact.SumKey.Grain;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/** Adds up who took the time of ended cases, under the day the case ended. */
final class TimeSums {

  /** Cases and milliseconds. */
  record Time(int cases, long millis) {

    Time plus(Time other) {
      return new Time(cases + other.cases, millis + other.millis);
    }

    boolean isEmpty() {
      return cases == 0 && millis == 0;
    }
  }

  private final Map<TimeKey, Time> times = new LinkedHashMap<>();
  private final Predicate<LocalDate> wanted;

  /**
   * @param wanted first days of the sums to make
   */
  TimeSums(Predicate<LocalDate> wanted) {
    this.wanted = wanted;
  }

  /**
   * @param sign 1 to add it, -1 to take it away
   */
  void add(CaseFact ended, int sign) {
    LocalDate day = LocalDate.ofInstant(ended.endedAt(), WorkCalendar.ZONE);
    for (Grain grain : Grain.values()) {
      if (wanted.test(grain.begin(day))) {
        ended.shares().forEach(share -> add(grain, day, ended, share, sign));
      }
    }
  }

  private void add(Grain grain, LocalDate day, CaseFact ended, Share share, int sign) {
    TimeKey key =
        new TimeKey(
            grain,
            grain.begin(day),
            ended.service(),
            ended.version(),
            ended.jurisdiction(),
            share.party());
    times.merge(key, new Time(sign, sign * share.millis()), Time::plus);
  }

  Map<TimeKey, Time> all() {
    return times;
  }
}
