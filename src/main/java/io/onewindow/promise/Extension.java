package io.onewindow.promise;

import io.onewindow.calendar.WorkCalendar;
import java.time.Instant;

/** So many working days more: the same time of day, on a later working day. */
record Extension(WorkCalendar calendar, int workingDays) {

  Instant of(Instant instant) {
    return calendar.plusOfficeTime(instant, calendar.officeDay().multipliedBy(workingDays));
  }
}
