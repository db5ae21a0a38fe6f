package io.onewindow.promise;

import io.onewindow.calendar.OfficeHours;
import io.onewindow.calendar.Session;
import io.onewindow.calendar.WorkCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells in Chinese how two calendars differ. */
final class CalendarChanges {

  private static final String WEEKDAYS = "一二三四五六日";

  private CalendarChanges() {}

  static List<CalendarChange> ofDays(
      WorkCalendar before, WorkCalendar after, Stream<LocalDate> dates) {
    return dates
        .filter(
            date ->
                before.isWorkday(date) != after.isWorkday(date)
                    || !before.kind(date).equals(after.kind(date)))
        .map(
            date ->
                new CalendarChange(
                    date, after.isWorkday(date), before.kind(date), after.kind(date)))
        .toList();
  }

  /** Each season that begins or ends to begin, with the hours that hold from its first day on. */
  static List<CalendarChange> ofHours(OfficeHours before, OfficeHours after) {
    TreeMap<LocalDate, OfficeHours.Season> old = byDate(before);
    TreeMap<LocalDate, OfficeHours.Season> fresh = byDate(after);
    return Stream.concat(old.keySet().stream(), fresh.keySet().stream())
        .distinct()
        .sorted()
        .filter(date -> !from(old, date).equals(from(fresh, date)))
        .map(date -> new CalendarChange(date, true, from(old, date), from(fresh, date)))
        .toList();
  }

  /** 平日 09:00-12:00、13:30-17:30；星期五 09:00-12:00. */
  static String inWords(OfficeHours.Season season) {
    StringBuilder words = new StringBuilder("平日 ").append(inWords(season.usual()));
    new TreeMap<>(season.exceptions())
        .forEach((day, own) -> words.append("；").append(inWords(day)).append(inWords(own)));
    return words.toString();
  }

  /** 09:00-12:00、13:30-17:30. */
  static String inWords(List<Session> sessions) {
    return sessions.stream().map(Session::toString).collect(Collectors.joining("、"));
  }

  private static String inWords(DayOfWeek day) {
    return "星期" + WEEKDAYS.charAt(day.ordinal()) + " ";
  }

  private static TreeMap<LocalDate, OfficeHours.Season> byDate(OfficeHours hours) {
    TreeMap<LocalDate, OfficeHours.Season> byDate = new TreeMap<>();
    hours.seasons().forEach(season -> byDate.put(season.validFrom(), season));
    return byDate;
  }

  private static String from(TreeMap<LocalDate, OfficeHours.Season> seasons, LocalDate date) {
    return inWords(seasons.floorEntry(date).getValue());
  }
}
