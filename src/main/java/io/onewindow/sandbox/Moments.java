package io.onewindow.sandbox;

import io.onewindow.calendar.WorkCalendar;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;

/** Instants as people read them, in Asia/Shanghai. */
final class Moments {

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("M月d日 HH:mm").withZone(WorkCalendar.ZONE);

  private Moments() {}

  static String minute(Instant instant) {
    return MINUTE.format(instant);
  }

  static OffsetDateTime local(Instant instant) {
    return instant == null ? null : instant.atZone(WorkCalendar.ZONE).toOffsetDateTime();
  }
}
