package io.onewindow.demo;

import io.onewindow.calendar.WorkCalendar;
import java.time.Instant;
import java.time.OffsetDateTime;

/**
 * A played month as the landing page shows it.
 *
 * @param state name of a {@link State}
 * @param percent how much of the month is played
 * @param planned how many cases are to come in
 * @param message in Chinese; null when there is nothing to say
 */
record MonthView(
    State state,
    OffsetDateTime from,
    OffsetDateTime to,
    OffsetDateTime at,
    int percent,
    int planned,
    int cases,
    int steps,
    int refused,
    String message) {

  /** How far a month is. */
  enum State {
    /** None was played. */
    NONE,
    PLAYING,
    DONE,
    /** Somebody stopped it; what was played stays. */
    STOPPED,
    /** It broke off; what was played stays. */
    FAILED
  }

  static OffsetDateTime local(Instant instant) {
    return instant.atZone(WorkCalendar.ZONE).toOffsetDateTime();
  }
}
