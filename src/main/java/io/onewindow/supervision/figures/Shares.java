package io.onewindow.supervision.figures;

import io.onewindow.calendar.WorkCalendar;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.OffsetDateTime;

/** How figures are rounded and instants written. */
final class Shares {

  private static final int DECIMALS = 4;
  private static final BigDecimal MINUTE = BigDecimal.valueOf(60_000);

  private Shares() {}

  /** To four decimals; null of nothing. */
  static BigDecimal of(long part, long whole) {
    return whole == 0
        ? null
        : BigDecimal.valueOf(part)
            .divide(BigDecimal.valueOf(whole), DECIMALS, RoundingMode.HALF_UP);
  }

  /** Mean in minutes to one decimal; null of none. */
  static BigDecimal meanMinutes(long millis, long count) {
    return count == 0
        ? null
        : BigDecimal.valueOf(millis)
            .divide(MINUTE.multiply(BigDecimal.valueOf(count)), 1, RoundingMode.HALF_UP);
  }

  /** With the offset of Asia/Shanghai; null stays null. */
  static OffsetDateTime local(Instant instant) {
    return instant == null ? null : instant.atZone(WorkCalendar.ZONE).toOffsetDateTime();
  }
}
