package io.onewindow.promise;

import io.onewindow.calendar.LimitUnit;
import io.onewindow.calendar.WorkCalendar;
import io.onewindow.promise.ClockHistory.Recorded;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Counts a clock again from its recorded start by the calendars and limits of today: it is planned
 * as a new one would be, then stands still and is extended where it did. Where nothing changed the
 * recorded instants come out, to the millisecond.
 */
final class ClockRecount {

  private record Change(Instant at, UnaryOperator<StepClock> act) {}

  private final Function<String, WorkCalendar> calendars;
  private final LimitAnswers limits;
  private final Duration immediateAllowance;

  /**
   * @param calendars calendar of a jurisdiction
   * @param immediateAllowance as in {@link ClockRules}
   */
  ClockRecount(
      Function<String, WorkCalendar> calendars, LimitAnswers limits, Duration immediateAllowance) {
    this.calendars = calendars;
    this.limits = limits;
    this.immediateAllowance = immediateAllowance;
  }

  /**
   * @return the clock as it would be recorded today; one that stands still has its instants as far
   *     as they are known, and moves on when it resumes
   * @throws IllegalStateException when no table limits its step any more
   * @throws io.onewindow.calendar.OutsideCalendarException when a day is not covered
   */
  StepClock of(Recorded clock, ClockHistory history) {
    StepClock recounted = asOf(Instant.MAX, clock, history);
    return recounted.basis() != Basis.CASE
        ? recounted
        : history
            .caseAt(clock.at())
            .map(around -> asOf(Instant.MAX, around, history))
            .map(c -> recounted.following(c, calendars.apply(c.jurisdiction())))
            .orElse(recounted);
  }

  private StepClock asOf(Instant then, Recorded recorded, ClockHistory history) {
    StepClock clock = recorded.clock();
    WorkCalendar calendar = calendars.apply(clock.jurisdiction());
    Optional<Recorded> around =
        clock.isWholeCase() ? Optional.empty() : history.caseAt(recorded.at());
    Optional<StepClock> wholeCase = around.map(one -> asOf(recorded.at(), one, history));
    Optional<Limit> limit = limits.limit(clock);
    StepClock counted =
        clock
            .planned(
                new ClockRules(calendar, immediateAllowance)
                    .plan(clock.startedAt(), limit, limits.internal(clock), wholeCase),
                limit.orElse(null))
            .marked(calendar);
    List<Change> changes = new ArrayList<>();
    for (Standstill stood : history.standstills(recorded)) {
      LimitUnit ofCase =
          around
              .filter(one -> history.stoodStill(one, stood.to()))
              .flatMap(one -> wholeCase)
              .map(StepClock::unit)
              .orElse(null);
      ClockShift shift = new ClockShift(calendar, stood.from(), stood.to());
      changes.add(
          new Change(
              stood.to(), one -> shift.of(one, one.basis() == Basis.CASE ? ofCase : one.unit())));
    }
    if (clock.extendedBy() != null) {
      Extension extension = new Extension(calendar, clock.extendedBy());
      Instant when = history.extensions().getOrDefault(clock.id(), Instant.MAX);
      changes.add(new Change(when, extension::of));
    }
    return after(changes, then, counted);
  }

  private static StepClock after(List<Change> changes, Instant then, StepClock clock) {
    StepClock changed = clock;
    changes.sort(Comparator.comparing(Change::at));
    for (Change change : changes) {
      if (!change.at().isAfter(then)) {
        changed = change.act().apply(changed);
      }
    }
    return changed;
  }
}
