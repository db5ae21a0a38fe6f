package io.onewindow.simulation.kernel;

import io.onewindow.calendar.WorkCalendar;
import io.onewindow.simulation.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;

/** Lengths of time as ISO 8601 writes them, years and months in the calendar of Asia/Shanghai. */
final class Periods {

  private Periods() {}

  static long after(long from, String length, String element) {
    int time = length.indexOf('T');
    try {
      String days = time < 0 ? length : length.substring(0, time);
      ZonedDateTime at = Instant.ofEpochMilli(from).atZone(WorkCalendar.ZONE);
      if (days.length() > 1) {
        at = at.plus(Period.parse(days));
      }
      return time < 0
          ? at.toInstant().toEpochMilli()
          : at.plus(Duration.parse("P" + length.substring(time))).toInstant().toEpochMilli();
    } catch (DateTimeParseException malformed) {
      throw Refusal.at("元素 " + element, "时长“" + length + "”写法不对，应如 PT1H 或 P3D");
    }
  }
}
