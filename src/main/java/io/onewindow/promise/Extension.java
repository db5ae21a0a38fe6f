package io.onewindow.promise;

import io.onewindow.calendar.WorkCalendar;
import java.time.Instant;

/** So many working days more: the same time of day, on a later working day. */
record Extension(WorkCalendar calendar, int workingDays) {

  /** Only where the law's limit governs do warning and due instant move with it. */
  StepClock of(StepClock clock) {
    if (clock.statutoryDueAt() == null) {
      return clock;
    }
    Instant statutory = of(clock.statutoryDueAt());
    boolean governs = clock.basis() == Basis.STATUTORY;
    return clock
        .dated(
            governs ? warningOf(clock) : clock.warningAt(),
            governs ? statutory : clock.dueAt(),
            statutory)
        .marked(calendar);
  }

  Instant of(Instant instant) {
    return calendar.plusOfficeTime(instant, calendar.officeDay().multipliedBy(workingDays));
  }

  /**
   * The same for the warning: at an opening, not at the closing before, and never after the due.
   */
  private Instant warningOf(StepClock clock) {
    return clock.warningAt().equals(clock.dueAt())
        ? of(clock.dueAt())
        : calendar.nextOpening(of(clock.warningAt()));
  }
}
