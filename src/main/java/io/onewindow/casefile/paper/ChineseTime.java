package io.onewindow.casefile.paper;

import io.onewindow.calendar.WorkCalendar;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Instants as papers write them, in Asia/Shanghai. */
final class ChineseTime {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuu年M月d日", Locale.CHINA);
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu年M月d日 HH:mm", Locale.CHINA);

  private ChineseTime() {}

  static String day(Instant instant) {
    return DAY.format(instant.atZone(WorkCalendar.ZONE));
  }

  static String minute(Instant instant) {
    return MINUTE.format(instant.atZone(WorkCalendar.ZONE));
  }
}
