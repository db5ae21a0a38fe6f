package io.onewindow.promise;

import io.onewindow.calendar.OfficeHours;
import io.onewindow.calendar.PublicHolidays;
import io.onewindow.calendar.WorkCalendar;
import io.onewindow.department.Departments;
import io.onewindow.department.Jurisdiction;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The working calendar of each jurisdiction's hall: national holidays and its own office hours. */
@Component
public class HallCalendars {

  private final Departments departments;
  private final Map<String, WorkCalendar> calendars = new HashMap<>();

  HallCalendars(Departments departments, PromiseSettings settings) {
    this.departments = departments;
    PublicHolidays holidays = PublicHolidays.national();
    for (Jurisdiction place : departments.jurisdictions()) {
      OfficeHours hours = settings.officeHours(place.id());
      calendars.put(place.id(), new WorkCalendar(holidays, hours));
    }
  }

  /**
   * @throws io.onewindow.problem.Problem 400 when no such jurisdiction is known
   */
  public WorkCalendar of(String jurisdiction) {
    return calendars.get(departments.jurisdiction(jurisdiction).id());
  }
}
