package io.onewindow.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The days off that 《全国年节及纪念日放假办法》第二条 (as of 2025) fixes by itself: 元旦 1, 春节 4 (除夕至初三), 清明 1, 劳动节
 * 2, 端午 1, 中秋 1, 国庆节 3. They hold before the year's notice is published; what a notice adds by
 * exchange is unknown until then.
 */
final class StatutoryDays {

  /**
   * 春节 (正月初一), 端午 (五月初五) and 中秋 (八月十五) of each year, since Java's base module has no Chinese
   * calendar. Computed with lunar-javascript by GB/T 33661-2017; 2021 to 2026 agree with the
   * notices.
   */
  private static final String LUNAR =
      """
      2027 02-06 06-09 09-15
      2028 01-26 05-28 10-03
      2029 02-13 06-16 09-22
      2030 02-03 06-05 09-12
      2031 01-23 06-24 10-01
      2032 02-11 06-12 09-19
      2033 01-31 06-01 09-08
      2034 02-19 06-20 09-27
      2035 02-08 06-10 09-16
      2036 01-28 05-30 10-04
      2037 02-15 06-18 09-24
      2038 02-04 06-07 09-13
      2039 01-24 05-27 10-02
      2040 02-12 06-14 09-20
      2041 02-01 06-03 09-10
      """;

  private final Map<LocalDate, String> names = new HashMap<>();

  StatutoryDays(int firstYear, int lastYear) {
    for (int year = firstYear; year <= lastYear; year++) {
      add("元旦", LocalDate.of(year, 1, 1), 1);
      add("清明节", qingming(year), 1);
      add("劳动节", LocalDate.of(year, 5, 1), 2);
      add("国庆节", LocalDate.of(year, 10, 1), 3);
    }
    LUNAR
        .lines()
        .map(line -> line.split(" "))
        .filter(
            row -> Integer.parseInt(row[0]) >= firstYear && Integer.parseInt(row[0]) <= lastYear)
        .forEach(this::addLunar);
  }

  /** The statutory holiday on this day, or empty; lunar ones only within the table above. */
  Optional<NamedDay> on(LocalDate date) {
    return Optional.ofNullable(names.get(date)).map(name -> NamedDay.holiday(date, name));
  }

  /**
   * The days off of this year that have a fixed date: 元旦, 劳动节 (two days as of 2025), 国庆节. What the
   * sun or the moon sets is left out.
   */
  static List<LocalDate> fixed(int year) {
    List<LocalDate> days = new ArrayList<>();
    days.add(LocalDate.of(year, 1, 1));
    days.add(LocalDate.of(year, 5, 1));
    if (year >= 2025) {
      days.add(LocalDate.of(year, 5, 2));
    }
    for (int day = 1; day <= 3; day++) {
      days.add(LocalDate.of(year, 10, day));
    }
    return days;
  }

  private void addLunar(String[] row) {
    add("春节", LocalDate.parse(row[0] + "-" + row[1]).minusDays(1), 4);
    add("端午节", LocalDate.parse(row[0] + "-" + row[2]), 1);
    add("中秋节", LocalDate.parse(row[0] + "-" + row[3]), 1);
  }

  private void add(String name, LocalDate first, int days) {
    for (int i = 0; i < days; i++) {
      names.merge(first.plusDays(i), name, (one, other) -> one + "、" + other);
    }
  }

  /**
   * The usual formula for the 21st century: day = [Y×0.2422 + 4.81] − [Y÷4], Y the last two digits.
   */
  private static LocalDate qingming(int year) {
    int y = year % 100;
    return LocalDate.of(year, 4, (y * 2422 + 48100) / 10000 - y / 4);
  }
}
