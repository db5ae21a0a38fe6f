package io.onewindow.laboratory.history;

import io.onewindow.calendar.OfficeHours;
import io.onewindow.calendar.PublicHolidays;
import io.onewindow.calendar.WorkCalendar;
import io.onewindow.simulation.time.Sessions;
import io.onewindow.simulation.time.WorkingTime;
import java.time.Instant;

/**
 * Office time as one line of milliseconds, by the calendar that the laboratory simulates with:
 * nights, weekends and holidays have no length on it.
 */
final class OfficeLine {

  private static final Sessions OFFICE =
      Sessions.of(new WorkCalendar(PublicHolidays.national(), OfficeHours.standard()));

  private OfficeLine() {}

  static Sessions office() {
    return OFFICE;
  }

  /** Where an instant lies. */
  static long at(Instant instant) {
    return at(OFFICE, instant);
  }

  /** The same on another line. */
  static long at(WorkingTime line, Instant instant) {
    return line.between(0, instant.toEpochMilli());
  }

  /** The instant, or the next opening: what comes in at night takes effect in the morning. */
  static Instant effective(Instant instant) {
    return Instant.ofEpochMilli(OFFICE.next(instant.toEpochMilli()));
  }
}
