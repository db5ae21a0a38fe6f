package io.onewindow.supervision.figures;

import static java.util.stream.Collectors.groupingBy;

import io.onewindow.calendar.Term;
import io.onewindow.calendar.WorkCalendar;
import io.onewindow.casefile.CaseState;
import io.onewindow.promise.ClockRecords;
import io.onewindow.promise.HallCalendars;
import io.onewindow.promise.Ledger;
import io.onewindow.promise.PromiseClock;
import io.onewindow.promise.StepClock;
import io.onewindow.supervision.fact.FactRows;
import io.onewindow.supervision.fact.Projection;
import io.onewindow.supervision.fact.StepFact;
import io.onewindow.supervision.figures.OpenCaseStore.OpenCase;
import io.onewindow.supervision.figures.OpenCasesView.Holder;
import io.onewindow.supervision.figures.OpenCasesView.LimitView;
import io.onewindow.supervision.figures.OpenCasesView.Line;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists the open cases: how each stands, and who has it. */
@Component
class OpenCases {

  private final OpenCaseStore store;
  private final Projection projection;
  private final ClockRecords clocks;
  private final PromiseClock promises;
  private final HallCalendars calendars;
  private final Ledger ledger;
  private final FigureNames names;
  private final Supervisions supervisions;
  private final JdbcClient jdbc;
  private final Clock time;

  OpenCases(
      OpenCaseStore store,
      Projection projection,
      ClockRecords clocks,
      PromiseClock promises,
      HallCalendars calendars,
      Ledger ledger,
      FigureNames names,
      Supervisions supervisions,
      JdbcClient jdbc,
      Clock time) {
    this.store = store;
    this.projection = projection;
    this.clocks = clocks;
    this.promises = promises;
    this.calendars = calendars;
    this.ledger = ledger;
    this.names = names;
    this.supervisions = supervisions;
    this.jdbc = jdbc;
    this.time = time;
  }

  OpenCasesView of(Selection selection, OpenCaseFilter filter, Page page) {
    Instant now = time.instant();
    Instant tomorrow = tomorrow(now);
    return new OpenCasesView(
        Shares.local(now),
        projection.state().behind(),
        store.count(selection, filter, now, tomorrow),
        page.number(),
        page.size(),
        lines(store.list(selection, filter, page, now, tomorrow), now));
  }

  static Instant tomorrow(Instant now) {
    return Period.begin(LocalDate.ofInstant(now, WorkCalendar.ZONE).plusDays(1));
  }

  private List<Line> lines(List<OpenCase> cases, Instant now) {
    if (cases.isEmpty()) {
      return List.of();
    }
    List<String> numbers = cases.stream().map(OpenCase::receiptNo).toList();
    Map<String, StepClock> limits =
        clocks.clocksById(cases.stream().map(OpenCase::clockId).filter(Objects::nonNull).toList());
    Map<String, List<StepFact>> open = openSteps(numbers);
    Map<String, OpenCasesView.SupervisionView> supervised = supervisions.last(numbers);
    return cases.stream()
        .map(
            one ->
                line(
                    one,
                    limits.get(one.clockId()),
                    open.getOrDefault(one.receiptNo(), List.of()),
                    supervised.get(one.receiptNo()),
                    now))
        .toList();
  }

  private Line line(
      OpenCase one,
      StepClock clock,
      List<StepFact> open,
      OpenCasesView.SupervisionView supervised,
      Instant now) {
    return new Line(
        one.receiptNo(),
        one.processInstanceId(),
        one.definitionId(),
        one.service(),
        names.service(one.service()),
        one.version(),
        one.jurisdiction(),
        names.jurisdiction(one.jurisdiction()),
        one.state(),
        CaseState.valueOf(one.state()).label(),
        Shares.local(one.startedAt()),
        one.light(),
        one.light().label(),
        one.provisional(),
        clock == null ? null : Shares.local(clock.pausedAt()),
        clock == null ? null : limit(clock, open, one, now),
        open.stream().filter(step -> step.taskId() != null).map(this::holder).toList(),
        supervised);
  }

  private LimitView limit(StepClock clock, List<StepFact> open, OpenCase one, Instant now) {
    String definition =
        open.stream()
            .filter(step -> step.limit() != null && step.limit().clockId().equals(clock.id()))
            .map(StepFact::definitionId)
            .findFirst()
            .orElse(one.definitionId());
    boolean stands = clock.pausedAt() != null;
    return new LimitView(
        clock.activityId(),
        clock.isWholeCase()
            ? names.service(clock.service())
            : names.element(definition, clock.activityId()),
        clock.isWholeCase(),
        clock.basis().name(),
        clock.basis().label(),
        clock.promiseId(),
        clock.value(),
        clock.unit() == null ? null : clock.unit().name(),
        clock.value() == null ? null : new Term(clock.value(), clock.unit()).chinese(),
        citation(clock),
        Shares.local(clock.dueAt()),
        stands
            ? null
            : calendars.of(clock.jurisdiction()).officeTimeBetween(now, clock.dueAt()).toMinutes(),
        promises.remaining(clock));
  }

  private String citation(StepClock clock) {
    if (clock.promiseId() != null) {
      return ledger.promise(clock.promiseId()).citation();
    }
    return clock.statuteId() == null ? null : ledger.statute(clock.statuteId()).citation();
  }

  private Holder holder(StepFact step) {
    String department = step.forApplicant() ? "" : step.department();
    return new Holder(
        step.taskId(),
        step.activityId(),
        names.element(step.definitionId(), step.activityId()),
        department,
        names.department(step.jurisdiction(), department),
        step.person().isEmpty() ? null : step.person(),
        Shares.local(step.startedAt()));
  }

  /** What is at work in these cases, but for what only watches over them; the oldest first. */
  private Map<String, List<StepFact>> openSteps(List<String> receiptNos) {
    return jdbc
        .sql(
            "select * from ow_fact_step where receipt_no in (:numbers) and ended_at is null"
                + " and process_key not in (:watching) order by started_at, id")
        .param("numbers", receiptNos)
        .param("watching", OpenCaseStore.SUPERVISION)
        .query(FactRows::stepFact)
        .list()
        .stream()
        .collect(groupingBy(StepFact::receiptNo));
  }
}
