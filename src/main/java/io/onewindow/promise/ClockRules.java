package io.onewindow.promise;

import io.onewindow.calendar.Deadline;
import io.onewindow.calendar.LimitUnit;
import io.onewindow.calendar.Term;
import io.onewindow.calendar.WorkCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Which limit governs a step and when it ends. In this order: the step's own promise; our internal
 * time, where neither a plan nor a law sets one; the earlier of the law's limit and the case's own
 * clock.
 */
final class ClockRules {

  /** When a clock turns amber and red, and why. */
  record Plan(
      Basis basis,
      Term term,
      Instant effectiveFrom,
      Instant warningAt,
      Instant dueAt,
      Instant statutoryDueAt,
      boolean provisional) {}

  private final WorkCalendar calendar;
  private final Duration immediateAllowance;

  /**
   * @param immediateAllowance office time that a person may take over what is promised as 即时
   */
  ClockRules(WorkCalendar calendar, Duration immediateAllowance) {
    this.calendar = calendar;
    this.immediateAllowance = immediateAllowance;
  }

  /**
   * @param limit answer of the limit tables, empty when they do not know the step
   * @param internal our own time for the step, empty when there is none
   * @param wholeCase the running clock of the case, empty outside it
   */
  Plan plan(
      Instant start,
      Optional<Limit> limit,
      Optional<InternalLimit> internal,
      Optional<StepClock> wholeCase) {
    Statute statute = limit.map(Limit::statute).orElse(null);
    Threshold warning = limit.map(Limit::warning).orElse(null);
    Instant statutory = statute == null ? null : calendar.deadline(start, statute.term()).due();
    if (limit.isPresent() && limit.get().promise() != null) {
      return promised(start, limit.get().promise().term(), warning, statutory);
    }
    if (internal.isPresent() && statute == null) {
      InternalLimit own = internal.get();
      return counted(Basis.INTERNAL, start, own.term(), own.warning(), null);
    }
    boolean caseEndsFirst =
        wholeCase.isPresent() && (statutory == null || !wholeCase.get().dueAt().isAfter(statutory));
    if (caseEndsFirst) {
      return ofCase(wholeCase.get(), start, statutory);
    }
    if (statute == null) {
      throw new IllegalStateException("no table limits this step and no case clock runs");
    }
    return counted(Basis.STATUTORY, start, statute.term(), warning, statutory);
  }

  private Plan promised(Instant start, Term term, Threshold warning, Instant statutory) {
    if (term.unit() != LimitUnit.IMMEDIATE) {
      return counted(Basis.PROMISED, start, term, warning, statutory);
    }
    Deadline at = calendar.deadline(start, term);
    Instant late = calendar.plusOfficeTime(at.effectiveFrom(), immediateAllowance);
    return new Plan(
        Basis.PROMISED, term, at.effectiveFrom(), late, late, statutory, at.provisional());
  }

  private Plan counted(
      Basis basis, Instant start, Term term, Threshold warning, Instant statutory) {
    Deadline deadline = calendar.deadline(start, term);
    Instant amber = warning == null ? deadline.due() : warning.of(deadline, calendar);
    return new Plan(
        basis,
        term,
        deadline.effectiveFrom(),
        amber,
        deadline.due(),
        statutory,
        deadline.provisional());
  }

  private static Plan ofCase(StepClock wholeCase, Instant start, Instant statutory) {
    return new Plan(
        Basis.CASE,
        null,
        start,
        wholeCase.warningAt(),
        wholeCase.dueAt(),
        statutory,
        wholeCase.provisional());
  }
}
