package io.onewindow.simulation.scenario;

import io.onewindow.calendar.WorkCalendar;
import io.onewindow.simulation.time.Sessions;
import io.onewindow.simulation.time.Week;
import io.onewindow.simulation.time.WorkingTime;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The duty calendars of a scenario by id; {@code always} and {@code office} need no entry. */
final class Calendars {

  static final String ALWAYS = "always";
  static final String OFFICE = "office";

  /** Absences are laid out so far ahead; a longer run is refused when it gets there. */
  private static final long YEARS = 20L * 366 * 24 * 3_600_000;

  private static final Set<String> KEYS = Set.of("id", "name", "time_periods", "within");
  private static final Set<String> PERIOD = Set.of("from", "to", "beginTime", "endTime");

  private final Map<String, WorkingTime> known = new HashMap<>();
  private final long start;

  /**
   * @param hall whose office hours are {@code office}; null when the scenario has no jurisdiction
   */
  Calendars(List<Entry> listed, WorkCalendar hall, long start) {
    this.start = start;
    known.put(ALWAYS, WorkingTime.ALWAYS);
    if (hall != null) {
      known.put(OFFICE, Sessions.of(hall));
    }
    for (Entry one : listed) {
      one.only(KEYS);
      String id = one.need("id").text();
      if (known.put(id, duty(one, hall)) != null) {
        throw one.refuse("日历 " + id + " 重复");
      }
    }
  }

  /** Hours of a week, or those of them in which the hall is open: not on its holidays. */
  private static WorkingTime duty(Entry one, WorkCalendar hall) {
    WorkingTime week = week(one.need("time_periods"));
    Entry within = one.get("within");
    if (within == null) {
      return week;
    }
    if (!within.text().equals(OFFICE) || hall == null) {
      throw within.refuse("应为 office（办公时间），并须有 approval.jurisdiction");
    }
    return Sessions.of(hall).within(week).orElseThrow(() -> one.refuse("没有一个时段在办公时间之内，工作永远做不完"));
  }

  /** The office hours of the hall; null without one. */
  WorkingTime office() {
    return known.get(OFFICE);
  }

  WorkingTime of(Entry id) {
    WorkingTime found = known.get(id.text());
    if (found == null) {
      String remedy = id.text().equals(OFFICE) ? "，办公时间 office 须有 approval.jurisdiction" : "";
      throw id.refuse(
          "没有日历“"
              + id.text()
              + "”，可用的有："
              + String.join("、", known.keySet().stream().sorted().toList())
              + remedy);
    }
    return found;
  }

  /** Hours of a week, as Prosimos lists them. */
  static WorkingTime week(Entry periods) {
    List<Week.Period> all = new ArrayList<>();
    for (Entry one : periods.list()) {
      one.only(PERIOD);
      DayOfWeek from = day(one.need("from"));
      DayOfWeek to = day(one.need("to"));
      LocalTime begin = time(one.need("beginTime"));
      LocalTime end = time(one.need("endTime"));
      boolean empty = !begin.isBefore(end) && !end.equals(LocalTime.MIDNIGHT);
      if (empty) {
        throw one.refuse("时段应先始后止：" + begin + " 至 " + end);
      }
      for (DayOfWeek day = from; ; day = day.plus(1)) {
        all.add(new Week.Period(day, begin, end));
        if (day == to) {
          break;
        }
      }
    }
    if (all.isEmpty()) {
      throw periods.refuse("一周至少应有一个时段，否则工作永远做不完");
    }
    return Week.of(all);
  }

  private static DayOfWeek day(Entry entry) {
    for (DayOfWeek day : DayOfWeek.values()) {
      if (day.name().equalsIgnoreCase(entry.text())) {
        return day;
      }
    }
    throw entry.refuse("应为 MONDAY 至 SUNDAY");
  }

  private static LocalTime time(Entry entry) {
    String text = entry.text();
    try {
      return LocalTime.parse(text.equals("24:00:00") || text.equals("24:00") ? "00:00" : text);
    } catch (DateTimeParseException malformed) {
      throw entry.refuse("时刻“" + text + "”写法不对，应如 09:00:00");
    }
  }

  /**
   * @param absences lists {@code {from, to}} with dates, both inclusive, or instants
   */
  WorkingTime without(WorkingTime duty, List<Entry> absences) {
    if (absences.isEmpty()) {
      return duty;
    }
    List<long[]> away = new ArrayList<>();
    for (Entry one : absences) {
      one.only(Set.of("from", "to"));
      long from = instant(one.need("from"), 0);
      long to = instant(one.need("to"), 1);
      if (from >= to) {
        throw one.refuse("缺勤应先始后止");
      }
      away.add(new long[] {from, to});
    }
    return Sessions.without(duty, start, YEARS, away);
  }

  /** A date begins at its first moment, or ends after so many more days. */
  static long instant(Entry entry, int days) {
    String text = entry.text();
    try {
      return text.contains("T")
          ? OffsetDateTime.parse(text).toInstant().toEpochMilli()
          : LocalDate.parse(text)
              .plusDays(days)
              .atStartOfDay(WorkCalendar.ZONE)
              .toInstant()
              .toEpochMilli();
    } catch (DateTimeParseException malformed) {
      throw entry.refuse("“" + text + "”应为日期如 2026-03-02，或带时区的时刻如 2026-03-02T09:00:00+08:00");
    }
  }
}
