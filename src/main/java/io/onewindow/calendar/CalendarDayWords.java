package io.onewindow.calendar;

import java.time.LocalDate;

/** What each day means in a period of calendar days, of months, or up to a fixed date. */
final class CalendarDayWords {

  private final DayWords words;
  private final Term term;
  private final LocalDate effectiveDay;
  private final LocalDate dueDay;

  /** Where the period ends by its own measure; the due day is later if this is a day off. */
  private final LocalDate end;

  CalendarDayWords(DayWords words, Term term, LocalDate effectiveDay, LocalDate dueDay) {
    this.words = words;
    this.term = term;
    this.effectiveDay = effectiveDay;
    this.dueDay = dueDay;
    this.end =
        switch (term.unit()) {
          case MONTH -> effectiveDay.plusMonths(term.value());
          case FIXED_DATE -> term.fixedDateUpTo(dueDay);
          default -> effectiveDay.plusDays(term.value());
        };
  }

  boolean isCounted(LocalDate day) {
    return !day.isAfter(end);
  }

  String why(LocalDate day, boolean off) {
    if (day.isAfter(end)) {
      return day.equals(dueDay) ? whatRolled() + "顺延至本日届满" : words.why(day);
    }
    return within(day) + (day.equals(end) && off ? "，遇休息日顺延" : "");
  }

  /**
   * Names the day off that was the last, where the period began after it and so does not tell it.
   */
  private String whatRolled() {
    return end.isBefore(effectiveDay) ? term.chinese() + "（" + end + "）遇休息日，" : "";
  }

  private String within(LocalDate day) {
    return switch (term.unit()) {
      case NEXT_DAY -> "次日";
      case MONTH -> month(day);
      case FIXED_DATE -> day.equals(end) ? term.chinese() : term.chinese() + "之前";
      default -> "第 " + (day.toEpochDay() - effectiveDay.toEpochDay()) + " 日";
    };
  }

  private String month(LocalDate day) {
    for (int months = 1; months <= term.value(); months++) {
      if (day.equals(effectiveDay.plusMonths(months))) {
        return "满 " + months + " 个月";
      }
    }
    return "计入期间";
  }
}
