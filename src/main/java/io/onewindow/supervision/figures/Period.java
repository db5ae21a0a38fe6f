package io.onewindow.supervision.figures;

import io.onewindow.calendar.WorkCalendar;
import io.onewindow.problem.Problem;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Days in Asia/Shanghai.
 *
 * @param from first day
 * @param to last day
 */
record Period(LocalDate from, LocalDate to) {

  private static final int USUAL_DAYS = 30;
  private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
  private static final LocalDate LATEST = LocalDate.of(2100, 1, 1);

  /**
   * Those asked for, or the {@value #USUAL_DAYS} days up to the last.
   *
   * @throws Problem 400 when the last comes before the first, or either is no sensible date
   */
  static Period of(Query query, LocalDate today) {
    LocalDate to = query.date("to") == null ? today : query.date("to");
    LocalDate from = query.date("from") == null ? to.minusDays(USUAL_DAYS - 1) : query.date("from");
    if (to.isBefore(from)) {
      throw Problem.badRequest(
          "period-reversed", "统计期间的结束日期 " + to + " 早于开始日期 " + from + "，请对调或重新选择。");
    }
    if (from.isBefore(EARLIEST) || to.isAfter(LATEST)) {
      throw Problem.badRequest("period-uncovered", "统计期间应在 " + EARLIEST + " 至 " + LATEST + " 之间。");
    }
    return new Period(from, to);
  }

  Instant begin() {
    return begin(from);
  }

  /** The first instant after it. */
  Instant end() {
    return begin(to.plusDays(1));
  }

  static Instant begin(LocalDate day) {
    return day.atStartOfDay(WorkCalendar.ZONE).toInstant();
  }
}
