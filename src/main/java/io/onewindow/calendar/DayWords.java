package io.onewindow.calendar;

import java.time.LocalDate;
import java.util.Optional;

/** Says in Chinese what kind of day a day is. */
final class DayWords {

  /**
   * By {@link java.time.DayOfWeek}; spelt out, as a small Java runtime carries no Chinese names.
   */
  private static final String WEEKDAYS = "一二三四五六日";

  private final PublicHolidays holidays;

  DayWords(PublicHolidays holidays) {
    this.holidays = holidays;
  }

  String why(LocalDate date) {
    return holidays.named(date).map(NamedDay::reason).orElseGet(() -> ordinary(date))
        + remark(date);
  }

  /** 调休上班， on a weekend day worked in exchange, otherwise nothing. */
  String makeUp(LocalDate date) {
    return holidays.named(date).filter(NamedDay::isWorkday).map(day -> "调休上班，").orElse("");
  }

  /** What must be added on a day whose year's calendar is not published, otherwise nothing. */
  String remark(LocalDate date) {
    if (holidays.isPublished(date.getYear())) {
      return "";
    }
    Optional<NamedDay> statutory = holidays.named(date);
    return statutory.isPresent() ? "（日历未公布，暂按法定节日估算）" : "（日历未公布，暂按周一至周五估算）";
  }

  private static String ordinary(LocalDate date) {
    return NamedDay.isWeekend(date) ? "星期" + WEEKDAYS.charAt(date.getDayOfWeek().ordinal()) : "工作日";
  }
}
