package io.onewindow.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/** When the amber light comes on before a deadline. */
final class Warnings {

  private final CoveredYears years;
  private final Workdays workdays;
  private final OfficeTime office;

  Warnings(CoveredYears years, Workdays workdays, OfficeTime office) {
    this.years = years;
    this.workdays = workdays;
    this.office = office;
  }

  Instant point(Deadline deadline, Term warning) {
    Instant due = deadline.due();
    LocalDate day = years.dateOf(due);
    Instant earliest = earliest(deadline);
    Instant point =
        switch (warning.unit()) {
          case IMMEDIATE -> due;
          case OFFICE_HOUR, OFFICE_MINUTE -> before(due, warning.officeTime(), earliest);
          case WORKING_DAY -> back(day, warning.value(), earliest);
          case CALENDAR_DAY, NEXT_DAY, DAYS_BEFORE ->
              openingBy(day.minusDays(warning.value()), earliest);
          case MONTH -> openingBy(day.minusMonths(warning.value()), earliest);
          case FIXED_DATE -> throw new IllegalArgumentException("固定日期不能作为预警提前量");
        };
    return point.isBefore(earliest) ? earliest : point;
  }

  /** A limit counted back from an event has no beginning, so the calendar's own is taken. */
  private Instant earliest(Deadline deadline) {
    return deadline.effectiveFrom().isAfter(deadline.due())
        ? office.opening(workdays.onOrAfter(years.firstDay()))
        : deadline.effectiveFrom();
  }

  private Instant before(Instant due, Duration amount, Instant earliest) {
    boolean tooLong = amount.compareTo(office.between(earliest, due)) >= 0;
    return tooLong ? earliest : office.minus(due, amount);
  }

  private Instant back(LocalDate due, int days, Instant earliest) {
    LocalDate first = years.dateOf(earliest);
    boolean tooLong = days > workdays.between(first, due) + (workdays.contains(first) ? 1 : 0);
    return tooLong ? earliest : office.opening(workdays.back(due, days));
  }

  private Instant openingBy(LocalDate day, Instant earliest) {
    boolean tooEarly = day.isBefore(years.dateOf(earliest));
    return tooEarly ? earliest : office.opening(workdays.onOrBefore(day));
  }
}
