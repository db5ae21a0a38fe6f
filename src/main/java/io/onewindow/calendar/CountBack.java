package io.onewindow.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Tells day by day, in Chinese, how a limit was counted back from an event. */
final class CountBack {

  private final HallDays days;
  private final DayWords words;
  private final LocalDate event;
  private final LocalDate last;
  private final Term term;

  /**
   * @param last the last working day early enough
   */
  CountBack(HallDays days, LocalDate event, LocalDate last, Term term) {
    this.days = days;
    this.words = new DayWords(days);
    this.event = event;
    this.last = last;
    this.term = term;
  }

  /** From the last working day to the event. */
  List<CountedDay> tell() {
    List<CountedDay> told = new ArrayList<>();
    for (LocalDate day = last; day.isBefore(event); day = day.plusDays(1)) {
      long ahead = event.toEpochDay() - day.toEpochDay();
      told.add(new CountedDay(day, ahead <= term.value(), why(day, ahead)));
    }
    told.add(new CountedDay(event, false, "事件当日不计入" + words.remark(event)));
    return told;
  }

  private String why(LocalDate day, long ahead) {
    if (ahead > term.value()) {
      return day.equals(last) ? "提前至本日届满" + words.remark(day) : words.why(day);
    }
    boolean offAtTheEnd = ahead == term.value() && !days.isWorkday(day);
    return "提前第 " + ahead + " 日" + (offAtTheEnd ? "，遇休息日提前" : "") + words.remark(day);
  }
}
