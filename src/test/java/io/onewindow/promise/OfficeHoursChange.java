package io.onewindow.promise;

import io.onewindow.calendar.OfficeHours;
import io.onewindow.calendar.PublicHolidays;
import io.onewindow.calendar.WorkCalendar;
import org.springframework.stereotype.Component;

/** Lets a test change the office hours of a hall while cases run. */
@Component
public class OfficeHoursChange {

  private final HallCalendars calendars;

  OfficeHoursChange(HallCalendars calendars) {
    this.calendars = calendars;
  }

  /**
   * @param sessions e.g. {@code 09:00-12:00,13:00-17:00}
   */
  public void to(String jurisdiction, String sessions) {
    calendars.replace(
        jurisdiction, new WorkCalendar(PublicHolidays.national(), OfficeHours.parse(sessions)));
  }

  public void to(String jurisdiction, WorkCalendar calendar) {
    calendars.replace(jurisdiction, calendar);
  }

  /** Back to the hours the configuration gives. */
  public void undo(String jurisdiction) {
    calendars.replace(jurisdiction, null);
  }
}
