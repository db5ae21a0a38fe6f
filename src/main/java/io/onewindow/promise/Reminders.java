package io.onewindow.promise;

import io.onewindow.calendar.Deadline;
import io.onewindow.calendar.WorkCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * When to remind of a clock. The point is not recorded but follows from the clock's instants and
 * the times it stood still: a share is a share of the time that counted, and a point that had
 * passed when the clock was stopped does not come again.
 */
@Component
class Reminders {

  private final Thresholds thresholds;
  private final HallCalendars calendars;

  Reminders(Thresholds thresholds, HallCalendars calendars) {
    this.thresholds = thresholds;
    this.calendars = calendars;
  }

  /**
   * @param pauses of the clock's case, ended or not
   */
  ClockPoints of(StepClock clock, List<Pause> pauses) {
    return of(clock, pauses, thresholds.now());
  }

  /**
   * @param pauses by case
   */
  List<ClockPoints> of(List<StepClock> clocks, Map<String, List<Pause>> pauses) {
    Thresholds.Table table = thresholds.now();
    return clocks.stream()
        .map(clock -> of(clock, pauses.get(clock.processInstanceId()), table))
        .toList();
  }

  private ClockPoints of(StepClock clock, List<Pause> pauses, Thresholds.Table table) {
    Threshold threshold = table.reminder(clock.service(), clock.step(), clock.jurisdiction());
    List<Standstill> stood =
        Standstill.of(clock, clock.startedAt(), pauses).stream()
            .filter(one -> one.to() != null && one.from().isBefore(clock.dueAt()))
            .toList();
    return new ClockPoints(
        clock, point(clock, threshold, stood, calendars.of(clock.jurisdiction())));
  }

  /** Counted as if the clock had never stood still, then moved past each standstill. */
  static Instant point(
      StepClock clock, Threshold threshold, List<Standstill> stood, WorkCalendar calendar) {
    Instant point = threshold.of(undisturbed(clock, stood, calendar), calendar);
    for (Standstill one : stood) {
      point = new ClockShift(calendar, one.from(), one.to()).of(point, null);
    }
    Instant open = calendar.nextOpening(point);
    return open.isAfter(clock.warningAt()) ? clock.warningAt() : open;
  }

  private static Deadline undisturbed(
      StepClock clock, List<Standstill> stood, WorkCalendar calendar) {
    Instant due = clock.dueAt();
    if (!stood.isEmpty()) {
      Duration counted = calendar.officeTimeBetween(clock.effectiveFrom(), due);
      for (Standstill one : stood) {
        Instant from = later(one.from(), clock.effectiveFrom());
        if (one.to().isAfter(from)) {
          counted = counted.minus(calendar.officeTimeBetween(from, one.to()));
        }
      }
      due = calendar.plusOfficeTime(clock.effectiveFrom(), counted);
    }
    return new Deadline(due, clock.effectiveFrom(), clock.provisional(), List.of(), List.of());
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
