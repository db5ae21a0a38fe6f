package io.onewindow.calendar;

import java.io.Reader;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * A day that a notice or the law names: a day off, or a weekend day worked in exchange.
 *
 * @param name the holiday it belongs to, e.g. 国庆节 or 中秋节、国庆节
 */
public record NamedDay(LocalDate date, Kind kind, String name) {

  public enum Kind {
    HOLIDAY,
    MAKE_UP
  }

  static final String HEADER = "date,type,name";

  static NamedDay holiday(LocalDate date, String name) {
    return new NamedDay(date, Kind.HOLIDAY, name);
  }

  boolean isWorkday() {
    return kind == Kind.MAKE_UP;
  }

  String reason() {
    return isWorkday() ? "调休上班（" + name + "）" : name + "放假";
  }

  static boolean isWeekend(LocalDate date) {
    return date.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
  }

  /**
   * @param notices those that may name the days
   * @throws CalendarFileException when a day is listed twice, none of the notices may name it, a
   *     make-up workday is a workday anyway, a field is malformed, or a year has no day at all
   */
  static NavigableMap<LocalDate, NamedDay> readAll(Reader source, Collection<Notice> notices) {
    return readAll(CsvRows.read(source, HEADER), notices);
  }

  /** As {@link #readAll(Reader, Collection)}, from lines already split. */
  static NavigableMap<LocalDate, NamedDay> readAll(
      List<CsvRows.Row> rows, Collection<Notice> notices) {
    NavigableMap<LocalDate, NamedDay> days = new TreeMap<>();
    for (CsvRows.Row row : rows) {
      NamedDay day = of(row);
      if (notices.stream().noneMatch(notice -> notice.mayName(day.date()))) {
        throw row.refused(0, day.date() + " 没有对应年份的放假通知");
      }
      if (days.put(day.date(), day) != null) {
        throw row.refused(0, day.date() + " 重复列出");
      }
    }
    notices.forEach(notice -> requireAny(days, notice.year()));
    return days;
  }

  private static void requireAny(NavigableMap<LocalDate, NamedDay> days, int year) {
    LocalDate newYear = LocalDate.of(year, 1, 1);
    if (days.subMap(newYear, newYear.plusYears(1)).isEmpty()) {
      throw new CalendarFileException(1, year + " 年有放假通知，却没有列出任何一天");
    }
  }

  private static NamedDay of(CsvRows.Row row) {
    NamedDay day = new NamedDay(row.date(0), kind(row), row.text(2));
    if (day.name().isEmpty()) {
      throw row.refused(2, "缺少节日名称");
    }
    if (day.isWorkday() && !isWeekend(day.date())) {
      throw row.refused(1, day.date() + " 本来就是工作日，不能列为调休上班");
    }
    return day;
  }

  private static Kind kind(CsvRows.Row row) {
    return switch (row.text(1)) {
      case "holiday" -> Kind.HOLIDAY;
      case "workday" -> Kind.MAKE_UP;
      default -> throw row.refused(1, "类型“" + row.text(1) + "”无法识别，应为 holiday（放假）或 workday（调休上班）");
    };
  }
}
