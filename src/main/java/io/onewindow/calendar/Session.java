package io.onewindow.calendar;

import java.time.LocalTime;
import java.time.format.DateTimeParseException;

/**
 * A stretch of a working day during which the office is open, in local time of Asia/Shanghai.
 *
 * @param opens first instant inside
 * @param closes first instant outside again
 */
public record Session(LocalTime opens, LocalTime closes) {

  public Session {
    if (!opens.isBefore(closes)) {
      throw new IllegalArgumentException("办公时段应先开后关：" + opens + "-" + closes);
    }
  }

  /**
   * @param text e.g. {@code 09:00-12:00}
   * @throws IllegalArgumentException with a Chinese message when it is not of that form
   */
  public static Session parse(String text) {
    String[] ends = text.strip().split("\\s*[-–—]\\s*");
    try {
      if (ends.length == 2) {
        return new Session(LocalTime.parse(ends[0]), LocalTime.parse(ends[1]));
      }
    } catch (DateTimeParseException malformed) {
      // told below, as for any other malformed text
    }
    throw new IllegalArgumentException("办公时段“" + text + "”写法不对，应如 09:00-12:00");
  }

  @Override
  public String toString() {
    return opens + "-" + closes;
  }
}
