package io.onewindow.calendar;

import java.io.StringReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * The days of one year as a State Council notice lists them, checked for what a typing error would
 * break.
 *
 * @param notice the notice they come from
 * @param days in order
 */
public record YearFile(Notice notice, List<NamedDay> days) {

  public YearFile {
    days = List.copyOf(days);
  }

  /**
   * @param text lines {@code date,type,name} under that header, of one year and the December before
   * @param notice makes the notice once the year is known: the one most lines are of
   * @throws CalendarFileException when a line is wrong or foreign to the year, a holiday has a gap,
   *     or a day that the law fixes by its date is not off
   */
  public static YearFile read(String text, IntFunction<Notice> notice) {
    List<CsvRows.Row> rows = CsvRows.read(new StringReader(text), NamedDay.HEADER);
    if (rows.isEmpty()) {
      throw new CalendarFileException(1, "文件没有列出任何一天");
    }
    Notice published = notice.apply(yearOf(rows));
    var days = NamedDay.readAll(rows, List.of(published));
    Map<LocalDate, CsvRows.Row> lines = new HashMap<>();
    rows.forEach(row -> lines.put(row.date(0), row));
    requireFixedDaysOff(published.year(), days, lines);
    requireNoGap(List.copyOf(days.values()), lines);
    return new YearFile(published, List.copyOf(days.values()));
  }

  /**
   * What the reader should compare with the notice again, in Chinese: statutory days by the lunar
   * calendar or the sun that are not listed as off. They are computed, so they refuse nothing.
   */
  public List<String> remarks() {
    Map<LocalDate, NamedDay> listed = new HashMap<>();
    days.forEach(day -> listed.put(day.date(), day));
    StatutoryDays statutory = new StatutoryDays(notice.year(), notice.year());
    List<String> remarks = new ArrayList<>();
    for (LocalDate day : year()) {
      boolean off = listed.containsKey(day) && !listed.get(day).isWorkday();
      statutory
          .on(day)
          .filter(law -> !off)
          .ifPresent(law -> remarks.add(day + " 依法应为" + law.name() + "放假，文件未列，请核对通知原文"));
    }
    return remarks;
  }

  private List<LocalDate> year() {
    LocalDate first = LocalDate.of(notice.year(), 1, 1);
    return first.datesUntil(first.plusYears(1)).toList();
  }

  private static int yearOf(List<CsvRows.Row> rows) {
    Map<Integer, Integer> lines = new HashMap<>();
    rows.forEach(row -> lines.merge(row.date(0).getYear(), 1, Integer::sum));
    return lines.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
  }

  /** Every notice since 2020 gives a holiday as one stretch, weekends included. */
  private static void requireNoGap(List<NamedDay> days, Map<LocalDate, CsvRows.Row> lines) {
    Map<String, LocalDate> last = new HashMap<>();
    for (NamedDay day : days) {
      if (day.isWorkday()) {
        continue;
      }
      LocalDate before = last.put(day.name(), day.date());
      if (before != null && !before.plusDays(1).equals(day.date())) {
        throw lines
            .get(day.date())
            .refused(0, day.name() + "假期不连续：" + before + " 与 " + day.date() + " 之间有缺漏");
      }
    }
  }

  private static void requireFixedDaysOff(
      int year, Map<LocalDate, NamedDay> days, Map<LocalDate, CsvRows.Row> lines) {
    for (LocalDate date : StatutoryDays.fixed(year)) {
      NamedDay day = days.get(date);
      String reason = date + " 是法定节日，应列为 holiday（放假）";
      if (day == null) {
        throw new CalendarFileException(1, reason + "，文件没有列出");
      }
      if (day.isWorkday()) {
        throw lines.get(date).refused(1, reason);
      }
    }
  }
}
