package io.onewindow.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** Tells day by day, in Chinese, how a limit was counted from its receipt to its last day. */
final class Explanation {

  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

  private final HallDays days;
  private final OfficeHours hours;
  private final DayWords words;
  private final Instant from;
  private final Instant effective;
  private final Instant due;
  private final Term term;
  private final LocalDate effectiveDay;
  private final LocalDate dueDay;
  private final List<CountedDay> told = new ArrayList<>();

  /**
   * @param effective the receipt, or the next opening after it
   * @param due as counted from there
   */
  Explanation(
      HallDays days, OfficeHours hours, Instant from, Instant effective, Instant due, Term term) {
    this.days = days;
    this.hours = hours;
    this.words = new DayWords(days);
    this.from = from;
    this.effective = effective;
    this.due = due;
    this.term = term;
    this.effectiveDay = date(effective);
    this.dueDay = date(due);
  }

  List<CountedDay> tell() {
    for (LocalDate day = date(from); day.isBefore(effectiveDay); day = day.plusDays(1)) {
      boolean receipt = day.equals(date(from));
      tell(day, false, receipt ? outside() : words.why(day));
    }
    switch (term.unit()) {
      case IMMEDIATE -> tell(effectiveDay, true, arrival() + "即时办结");
      case OFFICE_HOUR, OFFICE_MINUTE -> officeTime();
      case WORKING_DAY -> workingDays();
      default -> calendarDays();
    }
    return told;
  }

  private void workingDays() {
    tell(effectiveDay, false, arrival() + "受理当日不计入");
    int count = 0;
    for (LocalDate day = effectiveDay.plusDays(1); !day.isAfter(dueDay); day = day.plusDays(1)) {
      boolean workday = days.isWorkday(day);
      count += workday ? 1 : 0;
      tell(day, workday, workday ? words.makeUp(day) + "第 " + count + " 个工作日" : words.why(day));
    }
  }

  private void calendarDays() {
    CalendarDayWords calendarDays = new CalendarDayWords(words, term, effectiveDay, dueDay);
    boolean fixedDate = term.unit() == LimitUnit.FIXED_DATE;
    if (!fixedDate) {
      tell(effectiveDay, false, arrival() + "受理当日不计入");
    }
    LocalDate first = fixedDate ? effectiveDay : effectiveDay.plusDays(1);
    for (LocalDate day = first; !day.isAfter(dueDay); day = day.plusDays(1)) {
      String before = fixedDate && day.equals(effectiveDay) ? arrival() : "";
      boolean off = !days.isWorkday(day);
      tell(day, calendarDays.isCounted(day), before + calendarDays.why(day, off));
    }
  }

  private void officeTime() {
    for (LocalDate day = effectiveDay; !day.isAfter(dueDay); day = day.plusDays(1)) {
      if (!days.isWorkday(day)) {
        tell(day, false, words.why(day));
        continue;
      }
      String before = day.equals(effectiveDay) ? arrival() : "";
      String time = OfficeTimeWords.counted(day, hours.on(day), effective, due);
      tell(day, true, before + words.makeUp(day) + time);
    }
  }

  /** What to say first of the effective day when the receipt was on it, but outside office time. */
  private String arrival() {
    if (!date(from).equals(effectiveDay)) {
      return "";
    }
    if (from.equals(effective)) {
      return isOpen(from) ? "" : "办公时间外收件，按收件当日起算，";
    }
    return outside() + "，";
  }

  private boolean isOpen(Instant instant) {
    LocalTime time = instant.atZone(WorkCalendar.ZONE).toLocalTime();
    LocalDate day = date(instant);
    return days.isWorkday(day)
        && hours.on(day).stream()
            .anyMatch(one -> !time.isBefore(one.opens()) && time.isBefore(one.closes()));
  }

  private String outside() {
    return "办公时间外收件，自 " + MOMENT.format(effective.atZone(WorkCalendar.ZONE)) + " 起算";
  }

  private void tell(LocalDate day, boolean counted, String why) {
    String remark = words.remark(day);
    told.add(new CountedDay(day, counted, why.endsWith(remark) ? why : why + remark));
  }

  private static LocalDate date(Instant instant) {
    return instant.atZone(WorkCalendar.ZONE).toLocalDate();
  }
}
