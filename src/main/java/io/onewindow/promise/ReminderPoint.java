package io.onewindow.promise;

import io.onewindow.calendar.Deadline;
import io.onewindow.calendar.Term;
import io.onewindow.calendar.WorkCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * When to remind of a limit: after a share of its office time, or a time before its end.
 *
 * @param percent share of the limit that has passed; ignored when {@code before} is given
 * @param before time before the end; null for a share
 */
record ReminderPoint(int percent, Term before) {

  private static final int WHOLE = 100;

  /**
   * @param text {@code 50%} or {@code 1 WORKING_DAY}
   * @throws IllegalArgumentException for anything else, or a share outside 1 to 99
   */
  static ReminderPoint parse(String text) {
    if (!text.endsWith("%")) {
      return new ReminderPoint(0, Term.parse(text));
    }
    int percent = Integer.parseInt(text.substring(0, text.length() - 1).strip());
    if (percent < 1 || percent >= WHOLE) {
      throw new IllegalArgumentException("提醒点应在 1% 至 99% 之间：" + text);
    }
    return new ReminderPoint(percent, null);
  }

  /** Never after the clock's amber instant. */
  Instant of(StepClock clock, WorkCalendar calendar) {
    Instant point = before == null ? share(clock, calendar) : ahead(clock, calendar);
    return point.isAfter(clock.warningAt()) ? clock.warningAt() : point;
  }

  private Instant share(StepClock clock, WorkCalendar calendar) {
    Duration whole = calendar.officeTimeBetween(clock.effectiveFrom(), clock.dueAt());
    Duration part = whole.multipliedBy(percent).dividedBy(WHOLE);
    return calendar.plusOfficeTime(clock.effectiveFrom(), part);
  }

  private Instant ahead(StepClock clock, WorkCalendar calendar) {
    return calendar.warningPoint(
        new Deadline(
            clock.dueAt(), clock.effectiveFrom(), clock.provisional(), List.of(), List.of()),
        before);
  }
}
