package io.onewindow.supervision.report;

import io.onewindow.calendar.WorkCalendar;
import io.onewindow.casefile.ServiceNames;
import io.onewindow.department.Departments;
import io.onewindow.engine.Callers;
import io.onewindow.supervision.fact.Projection;
import io.onewindow.supervision.fact.Sum;
import io.onewindow.supervision.fact.SumFilter;
import io.onewindow.supervision.fact.SumReader;
import io.onewindow.supervision.fact.SumReader.By;
import io.onewindow.supervision.report.MonthlyFigures.Line;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.springframework.stereotype.Component;

/** Reads a month from the same sums that the dashboard shows. */
@Component
class MonthlyFiguresReader {

  private static final List<String> CASES = List.of("C");
  private static final List<String> STEPS = List.of("S");

  private final SumReader sums;
  private final Projection projection;
  private final Departments departments;
  private final ServiceNames services;
  private final RepositoryService repository;
  private final Callers callers;
  private final Clock time;

  MonthlyFiguresReader(
      SumReader sums,
      Projection projection,
      Departments departments,
      ServiceNames services,
      RepositoryService repository,
      Callers callers,
      Clock time) {
    this.sums = sums;
    this.projection = projection;
    this.departments = departments;
    this.services = services;
    this.repository = repository;
    this.callers = callers;
    this.time = time;
  }

  /**
   * @throws io.onewindow.problem.Problem 409 while everything is counted again
   */
  MonthlyFigures of(String jurisdiction, YearMonth month) {
    projection.requireCurrent();
    return callers.asSystem(() -> read(jurisdiction, month));
  }

  private MonthlyFigures read(String place, YearMonth month) {
    Instant now = time.instant();
    YearMonth present = YearMonth.from(now.atZone(WorkCalendar.ZONE));
    SumFilter cases = filter(CASES, place, month);
    SumFilter steps = filter(STEPS, place, month);
    return new MonthlyFigures(
        place,
        departments.jurisdiction(place).name(),
        month,
        now,
        !month.isBefore(present),
        projection.state().behind(),
        total(cases),
        total(filter(CASES, place, month.minusMonths(1))),
        lines(sums.spread(cases, By.SERVICE), key -> List.of(services.of(key.get(0)))),
        lines(
            sums.spread(steps, By.DEPARTMENT), key -> List.of(departments.name(place, key.get(0)))),
        lines(
            sums.spread(steps, By.SERVICE, By.PROCESS, By.ACTIVITY, By.DEPARTMENT),
            key ->
                List.of(
                    services.of(key.get(0)),
                    element(key.get(1), key.get(2)),
                    departments.name(place, key.get(3)))));
  }

  private Line total(SumFilter filter) {
    Sum sum = new Sum();
    sums.spread(filter).values().forEach(sum::add);
    return line(List.of("合计"), sum);
  }

  private static SumFilter filter(List<String> kinds, String place, YearMonth month) {
    return new SumFilter(
        kinds, month.atDay(1), month.atEndOfMonth(), List.of(place), null, null, null, null, null);
  }

  private static List<Line> lines(
      Map<List<String>, Sum> found, Function<List<String>, List<String>> names) {
    return found.entrySet().stream()
        .map(one -> line(names.apply(one.getKey()), one.getValue()))
        .filter(line -> line.received() + line.ended() + line.within() + line.beyond() > 0)
        .sorted(Comparator.comparing(line -> String.join("\n", line.names())))
        .toList();
  }

  private static Line line(List<String> names, Sum sum) {
    return new Line(
        names,
        sum.received(),
        sum.ended(),
        sum.kept(),
        sum.broken(),
        sum.within(),
        sum.beyond(),
        sum.returns(),
        sum.workingMinutes().percentile(50),
        sum.workingMinutes().percentile(90));
  }

  /** The element's name in the newest model that has it. */
  private String element(String process, String id) {
    return repository
        .createProcessDefinitionQuery()
        .processDefinitionKey(process)
        .orderByProcessDefinitionVersion()
        .desc()
        .list()
        .stream()
        .map(ProcessDefinition::getId)
        .map(definition -> repository.getBpmnModelInstance(definition).getModelElementById(id))
        .filter(FlowElement.class::isInstance)
        .map(element -> ((FlowElement) element).getName())
        .filter(name -> name != null && !name.isBlank())
        .findFirst()
        .orElse(id);
  }
}
