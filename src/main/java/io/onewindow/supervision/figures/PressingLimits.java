package io.onewindow.supervision.figures;

import io.onewindow.calendar.Term;
import io.onewindow.promise.Basis;
import io.onewindow.promise.ClockRecords;
import io.onewindow.promise.ClockRecords.RecordedClock;
import io.onewindow.promise.HallCalendars;
import io.onewindow.promise.Ledger;
import io.onewindow.promise.PromiseClock;
import io.onewindow.promise.StepClock;
import io.onewindow.supervision.fact.StepFact;
import io.onewindow.supervision.figures.OpenCaseStore.OpenCase;
import io.onewindow.supervision.figures.OpenCasesView.LimitView;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Words the most pressing limit of open cases. */
@Component
class PressingLimits {

  private final ClockRecords clocks;
  private final PromiseClock promises;
  private final HallCalendars calendars;
  private final Ledger ledger;
  private final FigureNames names;

  PressingLimits(
      ClockRecords clocks,
      PromiseClock promises,
      HallCalendars calendars,
      Ledger ledger,
      FigureNames names) {
    this.clocks = clocks;
    this.promises = promises;
    this.calendars = calendars;
    this.ledger = ledger;
    this.names = names;
  }

  /**
   * The clocks of some cases' most pressing limits.
   *
   * @param byCase themselves, by receipt number
   * @param wholeCases the case's own clock, by the id of a clock that runs under it
   */
  record Clocks(Map<String, StepClock> byCase, Map<String, StepClock> wholeCases) {

    /** Null when none runs. */
    StepClock of(OpenCase one) {
      return byCase.get(one.receiptNo());
    }
  }

  /**
   * @param pressing ids of clocks by receipt number
   */
  Clocks of(Map<String, String> pressing) {
    Map<String, StepClock> byId = clocks.clocksById(pressing.values());
    Map<String, StepClock> byCase = new HashMap<>();
    pressing.forEach((number, id) -> byCase.put(number, byId.get(id)));
    List<StepClock> under =
        byId.values().stream().filter(clock -> clock.basis() == Basis.CASE).toList();
    Map<String, StepClock> wholeCases = new HashMap<>();
    if (!under.isEmpty()) {
      Map<String, List<RecordedClock>> all =
          clocks.clocks(under.stream().map(StepClock::processInstanceId).distinct().toList());
      under.forEach(
          clock -> wholeCases.put(clock.id(), whole(all.get(clock.processInstanceId()), clock)));
    }
    return new Clocks(byCase, wholeCases);
  }

  /** A service may have had several clocks of its own; the step took over the one it ends with. */
  private static StepClock whole(List<RecordedClock> all, StepClock under) {
    return all.stream()
        .map(RecordedClock::clock)
        .filter(StepClock::isWholeCase)
        .min(Comparator.comparing(clock -> !clock.dueAt().equals(under.dueAt())))
        .orElse(under);
  }

  LimitView view(Clocks all, OpenCase one, List<StepFact> open, Instant now) {
    StepClock clock = all.of(one);
    if (clock == null) {
      return null;
    }
    // the words of the limit it runs under; when it ends is its own
    StepClock limit = all.wholeCases().getOrDefault(clock.id(), clock);
    boolean stands = clock.pausedAt() != null;
    return new LimitView(
        clock.activityId(),
        name(clock, one, open),
        clock.isWholeCase(),
        clock.basis().name(),
        clock.basis().label(),
        limit.promiseId(),
        limit.value(),
        limit.unit() == null ? null : limit.unit().name(),
        limit.value() == null ? null : new Term(limit.value(), limit.unit()).chinese(),
        citation(limit),
        Shares.local(clock.dueAt()),
        stands
            ? null
            : calendars.of(clock.jurisdiction()).officeTimeBetween(now, clock.dueAt()).toMinutes(),
        promises.remaining(clock));
  }

  private String name(StepClock clock, OpenCase one, List<StepFact> open) {
    if (clock.isWholeCase()) {
      return names.service(clock.service());
    }
    String definition =
        open.stream()
            .filter(step -> step.limit() != null && step.limit().clockId().equals(clock.id()))
            .map(StepFact::definitionId)
            .findFirst()
            .orElse(one.definitionId());
    return names.element(definition, clock.activityId());
  }

  private String citation(StepClock clock) {
    if (clock.promiseId() != null) {
      return ledger.promise(clock.promiseId()).citation();
    }
    return clock.statuteId() == null ? null : ledger.statute(clock.statuteId()).citation();
  }
}
