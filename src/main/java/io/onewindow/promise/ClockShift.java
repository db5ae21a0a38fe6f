package io.onewindow.promise;

import io.onewindow.calendar.LimitUnit;
import io.onewindow.calendar.WorkCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Moves instants by the time a clock stood still. Where office time is counted (working days,
 * hours, minutes) the office time that was left is counted again from the resumption, to the
 * minute. Where calendar days are counted, the days between are added and a day off rolls on
 * (民法典第二百零三条).
 */
final class ClockShift {

  private final WorkCalendar calendar;
  private final Instant paused;
  private final Instant resumed;

  ClockShift(WorkCalendar calendar, Instant paused, Instant resumed) {
    this.calendar = calendar;
    this.paused = paused;
    this.resumed = resumed;
  }

  /**
   * @param unit how the clock counts; null for office time
   */
  StepClock of(StepClock clock, LimitUnit unit) {
    return clock
        .dated(warningOf(clock, unit), of(clock.dueAt(), unit), of(clock.statutoryDueAt(), null))
        .marked(calendar);
  }

  /**
   * @param instant a due or warning instant of the clock; null stays null
   * @param unit how the clock counts; null for office time
   * @return the instant itself when it had passed before the pause
   */
  Instant of(Instant instant, LimitUnit unit) {
    if (instant == null || !instant.isAfter(paused)) {
      return instant;
    }
    return countsCalendarDays(unit)
        ? calendar.closingOnOrAfter(date(instant).plusDays(daysBetween()))
        : calendar.plusOfficeTime(resumed, calendar.officeTimeBetween(paused, instant));
  }

  /**
   * The same for the warning: at an opening, not at the closing before, and never after the due.
   */
  private Instant warningOf(StepClock clock, LimitUnit unit) {
    Instant warning = of(clock.warningAt(), unit);
    boolean apart = !clock.warningAt().equals(clock.dueAt()) && !warning.equals(clock.warningAt());
    return apart ? calendar.nextOpening(warning) : warning;
  }

  private long daysBetween() {
    return ChronoUnit.DAYS.between(date(paused), date(resumed));
  }

  static boolean countsCalendarDays(LimitUnit unit) {
    return unit == LimitUnit.CALENDAR_DAY || unit == LimitUnit.MONTH || unit == LimitUnit.NEXT_DAY;
  }

  private static LocalDate date(Instant instant) {
    return LocalDate.ofInstant(instant, WorkCalendar.ZONE);
  }
}
