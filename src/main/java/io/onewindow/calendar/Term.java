package io.onewindow.calendar;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import java.util.Objects;

/**
 * A limit as it is worded 期限: so many of one unit.
 *
 * @param value how many; 0 for {@code IMMEDIATE}, 1 for {@code NEXT_DAY}; for {@code FIXED_DATE} a
 *     day of the month 1–31 (10 is the 10th of every month, the month's last day where it is
 *     shorter) or a day of the year as month × 100 + day (930 is every 30 September)
 */
public record Term(int value, LimitUnit unit) {

  /**
   * @throws IllegalArgumentException with a Chinese message when the value does not suit the unit
   */
  public Term {
    Objects.requireNonNull(unit, "unit");
    boolean suits =
        switch (unit) {
          case IMMEDIATE -> value == 0;
          case NEXT_DAY -> value == 1;
          case FIXED_DATE -> isDayOfMonth(value) || isMonthDay(value);
          default -> value > 0;
        };
    if (!suits) {
      throw new IllegalArgumentException("期限数值 " + value + " 不适用于“" + unit.chinese() + "”");
    }
  }

  /**
   * @param text value and unit as {@link #toString} writes them, e.g. {@code 3 WORKING_DAY}
   * @throws IllegalArgumentException with a Chinese message when it is not of that form
   */
  public static Term parse(String text) {
    String[] parts = text.strip().split("\\s+");
    if (parts.length != 2 || !parts[0].matches("\\d{1,9}") || !isUnit(parts[1])) {
      throw new IllegalArgumentException("期限“" + text + "”写法不对，应如 3 WORKING_DAY");
    }
    return new Term(Integer.parseInt(parts[0]), LimitUnit.valueOf(parts[1]));
  }

  /** As plans word it: 3个工作日, 4小时, 20分钟, 7日, 3个月, 次日, 即时, 每年9月30日, 每月10日, 3日前. */
  public String chinese() {
    return switch (unit) {
      case WORKING_DAY -> value + "个工作日";
      case NEXT_DAY, IMMEDIATE -> unit.chinese();
      case FIXED_DATE ->
          isDayOfMonth(value) ? "每月" + value + "日" : "每年" + value / 100 + "月" + value % 100 + "日";
      default -> value + unit.chinese();
    };
  }

  @Override
  public String toString() {
    return value + " " + unit;
  }

  /** Office time of a limit in hours or minutes. */
  Duration officeTime() {
    return unit == LimitUnit.OFFICE_HOUR ? Duration.ofHours(value) : Duration.ofMinutes(value);
  }

  /** The first date of a {@code FIXED_DATE} that is this day or later. */
  LocalDate fixedDateFrom(LocalDate day) {
    LocalDate here = fixedDateNear(day, 0);
    return here.isBefore(day) ? fixedDateNear(day, 1) : here;
  }

  /** The last date of a {@code FIXED_DATE} that is this day or earlier. */
  LocalDate fixedDateUpTo(LocalDate day) {
    LocalDate here = fixedDateNear(day, 0);
    return here.isAfter(day) ? fixedDateNear(day, -1) : here;
  }

  /** The date in the day's own month or year, or so many months or years later. */
  private LocalDate fixedDateNear(LocalDate day, int later) {
    if (isDayOfMonth(value)) {
      YearMonth month = YearMonth.from(day).plusMonths(later);
      return month.atDay(Math.min(value, month.lengthOfMonth()));
    }
    return MonthDay.of(value / 100, value % 100).atYear(day.getYear() + later);
  }

  private static boolean isDayOfMonth(int value) {
    return value >= 1 && value <= 31;
  }

  private static boolean isMonthDay(int value) {
    try {
      return MonthDay.of(value / 100, value % 100).isValidYear(2024);
    } catch (DateTimeException noSuchDay) {
      return false;
    }
  }

  private static boolean isUnit(String name) {
    for (LimitUnit unit : LimitUnit.values()) {
      if (unit.name().equals(name)) {
        return true;
      }
    }
    return false;
  }
}
