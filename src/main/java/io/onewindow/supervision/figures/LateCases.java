package io.onewindow.supervision.figures;

import io.onewindow.promise.ClockRecords;
import io.onewindow.promise.HallCalendars;
import io.onewindow.promise.Ledger;
import io.onewindow.promise.StepClock;
import io.onewindow.supervision.fact.Projection;
import io.onewindow.supervision.figures.LateCasesView.Line;
import io.onewindow.supervision.figures.LateStore.Filter;
import io.onewindow.supervision.figures.LateStore.Late;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Lists the limits that passed, why, and what was done about it. */
@Component
class LateCases {

  private static final Reasons.Reason NONE = new Reasons.Reason(null, null, null, null, false);

  private final LateStore store;
  private final Reasons reasons;
  private final Supervisions supervisions;
  private final ClockRecords clocks;
  private final HallCalendars calendars;
  private final Ledger ledger;
  private final FigureNames names;
  private final Projection projection;
  private final Clock time;

  LateCases(
      LateStore store,
      Reasons reasons,
      Supervisions supervisions,
      ClockRecords clocks,
      HallCalendars calendars,
      Ledger ledger,
      FigureNames names,
      Projection projection,
      Clock time) {
    this.store = store;
    this.reasons = reasons;
    this.supervisions = supervisions;
    this.clocks = clocks;
    this.calendars = calendars;
    this.ledger = ledger;
    this.names = names;
    this.projection = projection;
    this.time = time;
  }

  LateCasesView of(Selection selection, Filter filter, Page page) {
    Period period = selection.period();
    return new LateCasesView(
        Shares.local(time.instant()),
        projection.state().behind(),
        period.from(),
        period.to(),
        store.count(selection, filter),
        page.number(),
        page.size(),
        lines(store.list(selection, filter, page)));
  }

  private List<Line> lines(List<Late> late) {
    List<String> numbers = late.stream().map(Late::receiptNo).distinct().toList();
    Map<String, StepClock> limits = clocks.clocksById(late.stream().map(Late::clockId).toList());
    Map<List<String>, Reasons.Reason> known = reasons.of(numbers);
    Map<String, OpenCasesView.SupervisionView> supervised =
        numbers.isEmpty() ? Map.of() : supervisions.last(numbers);
    return late.stream()
        .map(
            one -> {
              StepClock clock = limits.get(one.clockId());
              Reasons.Reason reason = reason(one, clock, known);
              return line(one, clock, reason, supervised.get(one.receiptNo()));
            })
        .toList();
  }

  /** What was recorded of the limit, or else what was answered about the case. */
  private static Reasons.Reason reason(
      Late one, StepClock clock, Map<List<String>, Reasons.Reason> known) {
    Reasons.Reason ofCase = known.getOrDefault(List.of(one.receiptNo(), Reasons.WHOLE), NONE);
    Reasons.Reason ofLimit =
        clock == null ? NONE : known.getOrDefault(List.of(one.receiptNo(), clock.step()), NONE);
    return ofLimit.reason() == null && ofCase.reason() != null ? ofCase : ofLimit;
  }

  private Line line(
      Late one, StepClock clock, Reasons.Reason reason, OpenCasesView.SupervisionView supervised) {
    boolean named = one.department() != null && !one.department().isEmpty();
    return new Line(
        one.receiptNo(),
        one.processInstanceId(),
        one.definitionId(),
        one.service(),
        names.service(one.service()),
        one.version(),
        one.jurisdiction(),
        names.jurisdiction(one.jurisdiction()),
        one.wholeCase() ? "CASE" : "STEP",
        one.activityId(),
        one.wholeCase()
            ? names.service(one.service())
            : names.element(one.definitionId(), one.activityId()),
        one.department(),
        named ? names.department(one.jurisdiction(), one.department()) : null,
        one.person() == null || one.person().isEmpty() ? null : one.person(),
        one.basis().name(),
        one.basis().label(),
        one.promiseId(),
        citation(one, clock),
        Shares.local(one.dueAt()),
        Shares.local(one.endedAt()),
        one.endedAt() == null,
        lateMinutes(one, clock),
        reason.reason(),
        reason.correctiveAction(),
        reason.by(),
        Shares.local(reason.at()),
        reason.raised(),
        supervised);
  }

  private String citation(Late one, StepClock clock) {
    if (one.promiseId() != null) {
      return ledger.promise(one.promiseId()).citation();
    }
    boolean lawful = clock != null && clock.statuteId() != null;
    return lawful ? ledger.statute(clock.statuteId()).citation() : null;
  }

  /** Until the clock stopped, or stood still, or now. */
  private long lateMinutes(Late one, StepClock clock) {
    Instant end = one.endedAt() == null ? time.instant() : one.endedAt();
    if (clock != null && clock.stoppedAt() != null) {
      end = clock.stoppedAt();
    }
    if (one.pausedAt() != null) {
      end = one.pausedAt();
    }
    return calendars.of(one.jurisdiction()).officeTimeBetween(one.dueAt(), end).toMinutes();
  }
}
