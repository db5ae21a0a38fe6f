package io.onewindow.calendar;

import java.time.Instant;
import java.time.LocalDate;

/** The years a calendar can count in, both inclusive; days begin in Asia/Shanghai. */
record CoveredYears(int first, int last) {

  LocalDate firstDay() {
    return LocalDate.of(first, 1, 1);
  }

  LocalDate lastDay() {
    return LocalDate.of(last, 12, 31);
  }

  /** Number of covered days. */
  int days() {
    return (int) (lastDay().toEpochDay() - firstDay().toEpochDay()) + 1;
  }

  /**
   * Position of the day, 0 for the first covered one.
   *
   * @throws OutsideCalendarException when the day is not covered
   */
  int index(LocalDate date) {
    if (date.getYear() < first || date.getYear() > last) {
      throw new OutsideCalendarException(date.toString(), this);
    }
    return (int) (date.toEpochDay() - firstDay().toEpochDay());
  }

  /**
   * The day in Asia/Shanghai on which the instant falls.
   *
   * @throws OutsideCalendarException when it is not covered
   */
  LocalDate dateOf(Instant instant) {
    Instant begin = firstDay().atStartOfDay(WorkCalendar.ZONE).toInstant();
    Instant end = lastDay().plusDays(1).atStartOfDay(WorkCalendar.ZONE).toInstant();
    if (instant.isBefore(begin) || !instant.isBefore(end)) {
      throw new OutsideCalendarException(words(instant), this);
    }
    return instant.atZone(WorkCalendar.ZONE).toLocalDate();
  }

  /** The instant's local day; an instant beyond what a local day can tell is not named. */
  private static String words(Instant instant) {
    boolean tellable = Math.abs(instant.getEpochSecond()) < 250_000_000_000L;
    return tellable ? instant.atZone(WorkCalendar.ZONE).toLocalDate().toString() : "所给时刻";
  }

  /** What to throw when counting runs off either end. */
  OutsideCalendarException exceeded() {
    return new OutsideCalendarException("期限", this);
  }
}
