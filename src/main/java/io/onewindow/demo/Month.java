package io.onewindow.demo;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/** The time that is played: from the beginning of a day to the minute. */
record Month(Instant from, Instant to) {

  Month {
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException("a month must begin before it ends");
    }
  }

  /** The month that ends now. */
  static Month endingAt(Instant now, ZoneId zone) {
    ZonedDateTime end = now.atZone(zone).truncatedTo(ChronoUnit.MINUTES);
    return new Month(end.minusMonths(1).truncatedTo(ChronoUnit.DAYS).toInstant(), end.toInstant());
  }

  /** How much of it has passed, in whole percent. */
  int percentAt(Instant at) {
    long whole = from.until(to, ChronoUnit.SECONDS);
    return (int) Math.max(0, Math.min(100, from.until(at, ChronoUnit.SECONDS) * 100 / whole));
  }
}
