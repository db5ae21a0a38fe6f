package io.onewindow.calendar;

import java.io.StringReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The days on which one hall departs from the national calendar. Immutable. */
public final class LocalDays {

  static final String HEADER = "date,type,reason";

  private final NavigableMap<LocalDate, LocalDay> days;

  private LocalDays(NavigableMap<LocalDate, LocalDay> days) {
    this.days = days;
  }

  public static LocalDays none() {
    return new LocalDays(new TreeMap<>());
  }

  /**
   * @param days where a date comes twice, the later one holds
   */
  public static LocalDays of(Collection<LocalDay> days) {
    NavigableMap<LocalDate, LocalDay> byDate = new TreeMap<>();
    days.forEach(day -> byDate.put(day.date(), day));
    return new LocalDays(byDate);
  }

  /**
   * @param text lines {@code date,type,reason} under that header; type is {@code closed} or {@code
   *     open}
   * @param notice document number of the notice that names the days
   * @param effectiveFrom the first day the notice may name
   * @param current the hall's calendar without this notice
   * @throws CalendarFileException when a day is listed twice, too early or outside the calendar, is
   *     closed or open already, or a field is malformed
   */
  public static List<LocalDay> read(
      String text, String notice, LocalDate effectiveFrom, WorkCalendar current) {
    List<LocalDay> read = new ArrayList<>();
    Set<LocalDate> seen = new HashSet<>();
    for (CsvRows.Row row : CsvRows.read(new StringReader(text), HEADER)) {
      LocalDay day = new LocalDay(row.date(0), kind(row), reason(row), notice);
      requireSensible(row, day, effectiveFrom, current);
      if (!seen.add(day.date())) {
        throw row.refused(0, day.date() + " 重复列出");
      }
      read.add(day);
    }
    if (read.isEmpty()) {
      throw new CalendarFileException(1, "文件没有列出任何一天");
    }
    return read;
  }

  private static void requireSensible(
      CsvRows.Row row, LocalDay day, LocalDate effectiveFrom, WorkCalendar current) {
    LocalDate date = day.date();
    if (date.isBefore(effectiveFrom)) {
      throw row.refused(0, date + " 早于通知的施行日期 " + effectiveFrom);
    }
    if (date.getYear() < current.firstYear() || date.getYear() > current.lastYear()) {
      throw row.refused(
          0, date + " 不在日历范围内（" + current.firstYear() + " 年至 " + current.lastYear() + " 年）");
    }
    if (day.isWorkday() == current.isWorkday(date)) {
      String already = day.isWorkday() ? " 本来就是工作日，不能列为 open" : " 本来就休息，不能列为 closed";
      throw row.refused(1, date + already + "（" + current.kind(date) + "）");
    }
  }

  private static LocalDay.Kind kind(CsvRows.Row row) {
    return switch (row.text(1)) {
      case "closed" -> LocalDay.Kind.CLOSED;
      case "open" -> LocalDay.Kind.OPEN;
      default -> throw row.refused(1, "类型“" + row.text(1) + "”无法识别，应为 closed（停止办公）或 open（照常办公）");
    };
  }

  private static String reason(CsvRows.Row row) {
    if (row.text(2).isEmpty()) {
      throw row.refused(2, "缺少事由");
    }
    return row.text(2);
  }

  Optional<LocalDay> on(LocalDate date) {
    return Optional.ofNullable(days.get(date));
  }

  /** Numbers of the notices that name a day between these two, both inclusive, each once. */
  List<String> notices(LocalDate first, LocalDate last) {
    return days.subMap(first, true, last, true).values().stream()
        .map(LocalDay::notice)
        .distinct()
        .toList();
  }
}
