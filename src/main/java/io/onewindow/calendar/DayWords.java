package io.onewindow.calendar;

import java.time.LocalDate;

/** Says in Chinese what kind of day a day is. */
final class DayWords {

  /**
   * By {@link java.time.DayOfWeek}; spelt out, as a small Java runtime carries no Chinese names.
   */
  private static final String WEEKDAYS = "一二三四五六日";

  private final HallDays days;

  DayWords(HallDays days) {
    this.days = days;
  }

  String why(LocalDate date) {
    return kind(date) + remark(date);
  }

  /** As {@link #why}, without the remark on a year that is not published. */
  String kind(LocalDate date) {
    return days.named(date).orElseGet(() -> ordinary(date));
  }

  /** 调休上班， or what the hall's own notice says on a day worked by a notice, otherwise nothing. */
  String makeUp(LocalDate date) {
    return days.workedBy(date).map(words -> words + "，").orElse("");
  }

  /** What must be added on a day whose year's calendar is not published, otherwise nothing. */
  String remark(LocalDate date) {
    if (days.isPublished(date.getYear()) || days.isLocal(date)) {
      return "";
    }
    return days.named(date).isPresent() ? "（日历未公布，暂按法定节日估算）" : "（日历未公布，暂按周一至周五估算）";
  }

  private static String ordinary(LocalDate date) {
    return NamedDay.isWeekend(date) ? "星期" + WEEKDAYS.charAt(date.getDayOfWeek().ordinal()) : "工作日";
  }
}
