package io.onewindow.casefile.progress;

import io.onewindow.calendar.WorkCalendar;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Date;

/** Instants with the offset of Asia/Shanghai; null for null. */
final class Moments {

  private Moments() {}

  static OffsetDateTime local(Instant instant) {
    return instant == null ? null : instant.atZone(WorkCalendar.ZONE).toOffsetDateTime();
  }

  static OffsetDateTime local(Date date) {
    return date == null ? null : local(date.toInstant());
  }
}
