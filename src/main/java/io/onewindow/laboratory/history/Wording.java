package io.onewindow.laboratory.history;

import io.onewindow.calendar.WorkCalendar;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/** Figures in Chinese words. */
final class Wording {

  private static final double MINUTE = 60_000;
  private static final double HOUR = 60 * MINUTE;
  private static final double DAY = 24 * HOUR;
  private static final Map<String, String> SHAPES =
      Map.of(
          "fixed", "定值",
          "exponential", "指数分布",
          "uniform", "均匀分布",
          "gamma", "伽马分布",
          "lognormal", "对数正态分布",
          "empirical", "经验分布");

  private Wording() {}

  static String length(double millis) {
    double size = Math.abs(millis);
    if (size < 1.5 * HOUR) {
      return decimal(millis / MINUTE) + " 分钟";
    }
    return size < 2 * DAY ? decimal(millis / HOUR) + " 小时" : decimal(millis / DAY) + " 天";
  }

  static String percent(double share) {
    return decimal(share * 100) + "%";
  }

  /** With its interval, as a length. */
  static String lengths(Interval known) {
    return length(known.value())
        + "（95% 区间 "
        + length(Math.max(0, known.low()))
        + " 至 "
        + length(known.high())
        + "）";
  }

  /** With its interval, as a share. */
  static String shares(Interval known) {
    return percent(known.value())
        + "（95% 区间 "
        + percent(known.low())
        + " 至 "
        + percent(known.high())
        + "）";
  }

  static String shape(Fit fit) {
    return SHAPES.get(fit.name());
  }

  static String day(Instant instant) {
    return DateTimeFormatter.ISO_LOCAL_DATE.format(instant.atZone(WorkCalendar.ZONE));
  }

  static String decimal(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
