package io.onewindow.supervision.figures;

import static java.util.stream.Collectors.groupingBy;

import io.onewindow.calendar.WorkCalendar;
import io.onewindow.casefile.CaseState;
import io.onewindow.promise.StepClock;
import io.onewindow.supervision.fact.FactRows;
import io.onewindow.supervision.fact.Projection;
import io.onewindow.supervision.fact.StepFact;
import io.onewindow.supervision.figures.OpenCaseStore.OpenCase;
import io.onewindow.supervision.figures.OpenCasesView.Holder;
import io.onewindow.supervision.figures.OpenCasesView.Line;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists the open cases: how each stands, and who has it. */
@Component
class OpenCases {

  private final OpenCaseStore store;
  private final Projection projection;
  private final PressingLimits limits;
  private final FigureNames names;
  private final Supervisions supervisions;
  private final JdbcClient jdbc;
  private final Clock time;

  OpenCases(
      OpenCaseStore store,
      Projection projection,
      PressingLimits limits,
      FigureNames names,
      Supervisions supervisions,
      JdbcClient jdbc,
      Clock time) {
    this.store = store;
    this.projection = projection;
    this.limits = limits;
    this.names = names;
    this.supervisions = supervisions;
    this.jdbc = jdbc;
    this.time = time;
  }

  OpenCasesView of(Selection selection, OpenCaseFilter filter, Page page) {
    Instant now = time.instant();
    OpenCaseStore.Listed listed = store.list(selection, filter, page, now, tomorrow(now));
    return new OpenCasesView(
        Shares.local(now),
        projection.state().behind(),
        listed.total(),
        page.number(),
        page.size(),
        lines(selection, listed.cases(), now));
  }

  static Instant tomorrow(Instant now) {
    return Period.begin(LocalDate.ofInstant(now, WorkCalendar.ZONE).plusDays(1));
  }

  /** What is told of these cases. */
  List<Line> lines(Selection selection, List<OpenCase> cases, Instant now) {
    if (cases.isEmpty()) {
      return List.of();
    }
    List<String> numbers = cases.stream().map(OpenCase::receiptNo).toList();
    PressingLimits.Clocks clocks = limits.of(store.pressing(selection, numbers, now));
    Map<String, List<StepFact>> open = openSteps(numbers);
    Map<String, OpenCasesView.SupervisionView> supervised = supervisions.last(numbers);
    return cases.stream()
        .map(
            one ->
                line(
                    one,
                    clocks,
                    open.getOrDefault(one.receiptNo(), List.of()),
                    supervised.get(one.receiptNo()),
                    now))
        .toList();
  }

  private Line line(
      OpenCase one,
      PressingLimits.Clocks clocks,
      List<StepFact> open,
      OpenCasesView.SupervisionView supervised,
      Instant now) {
    StepClock clock = clocks.of(one);
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
        limits.view(clocks, one, open, now),
        open.stream().filter(step -> step.taskId() != null).map(this::holder).toList(),
        supervised);
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
