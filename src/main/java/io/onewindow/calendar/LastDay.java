package io.onewindow.calendar;

import java.time.LocalDate;

/**
 * The last day of a period counted in days, months or to a date. 民法典第二百零一条: the day it begins does
 * not count.
 */
final class LastDay {

  private final Workdays workdays;

  LastDay(Workdays workdays) {
    this.workdays = workdays;
  }

  /**
   * The day the period ends by its own measure, which except for working days may be a day off.
   *
   * @param effective the day the period begins
   * @throws IllegalArgumentException when the term is not counted in days
   */
  LocalDate byMeasure(LocalDate effective, Term term) {
    return switch (term.unit()) {
      case WORKING_DAY -> workdays.after(effective, term.value());
      case CALENDAR_DAY, NEXT_DAY -> effective.plusDays(term.value());
      case MONTH -> effective.plusMonths(term.value());
      case FIXED_DATE -> fixedDate(effective, term);
      default -> throw new IllegalArgumentException("不是按日计算的期限：" + term.chinese());
    };
  }

  /**
   * The date the day still belongs to. A date on a day off lasts to the next working day, so that
   * what begins in between is within it and not within the next.
   */
  private LocalDate fixedDate(LocalDate effective, Term term) {
    LocalDate latest = term.fixedDateUpTo(effective);
    return workdays.isOffUntil(latest, effective) ? latest : term.fixedDateFrom(effective);
  }

  /** The working day it ends on: 民法典第二百零三条 moves a day off on to the next working day. */
  LocalDate rolled(LocalDate effective, Term term) {
    return workdays.onOrAfter(byMeasure(effective, term));
  }

  /** The last working day that leaves at least so many days before the event. */
  LocalDate before(LocalDate event, Term term) {
    return workdays.onOrBefore(event.minusDays(term.value()));
  }
}
