package io.onewindow.simulation.scenario;

import java.time.Duration;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lengths of time as our part of a scenario writes them: {@code PT20M}, {@code 4wh}, {@code 1wd}.
 */
final class Lengths {

  private static final Pattern WORKING = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*w([hd])");
  private static final long HOUR = 3_600_000;

  private final long officeDay;

  /**
   * @param officeDay milliseconds of a usual working day
   */
  Lengths(long officeDay) {
    this.officeDay = officeDay;
  }

  /** Milliseconds. */
  double of(Entry entry) {
    String text = entry.text();
    Matcher working = WORKING.matcher(text);
    double length;
    if (working.matches()) {
      double units = Double.parseDouble(working.group(1));
      length = units * (working.group(2).equals("h") ? HOUR : officeDay);
    } else {
      length = iso(entry, text);
    }
    if (length < 0) {
      throw entry.refuse("时长不能为负，现为 " + text);
    }
    return length;
  }

  private static double iso(Entry entry, String text) {
    try {
      return text.contains("T")
          ? Duration.parse(text).toMillis()
          : Duration.ofDays(days(text)).toMillis();
    } catch (DateTimeParseException malformed) {
      throw entry.refuse("时长“" + text + "”写法不对，应如 PT20M、P3D、4wh（工作小时）或 1wd（工作日）");
    }
  }

  private static long days(String text) {
    Period period = Period.parse(text);
    if (period.getYears() != 0 || period.getMonths() != 0) {
      throw new DateTimeParseException("months vary", text, 0);
    }
    return period.getDays();
  }
}
