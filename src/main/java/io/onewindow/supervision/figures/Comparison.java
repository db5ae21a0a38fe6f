package io.onewindow.supervision.figures;

import io.onewindow.department.Departments;
import io.onewindow.department.Jurisdiction;
import io.onewindow.problem.Problem;
import io.onewindow.supervision.fact.CaseFact;
import io.onewindow.supervision.fact.FactRows;
import io.onewindow.supervision.fact.Projection;
import io.onewindow.supervision.fact.Sum;
import io.onewindow.supervision.fact.SumFilter;
import io.onewindow.supervision.fact.SumReader;
import io.onewindow.supervision.fact.SumReader.By;
import io.onewindow.supervision.figures.JurisdictionsView.Place;
import io.onewindow.supervision.figures.JurisdictionsView.Step;
import io.onewindow.supervision.figures.JurisdictionsView.Under;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Compares how jurisdictions handle the same service. */
@Component
class Comparison {

  private final SumReader sums;
  private final OpenWork openWork;
  private final LimitLines limits;
  private final Departments departments;
  private final FigureNames names;
  private final Projection projection;
  private final JdbcClient jdbc;
  private final Clock time;

  Comparison(
      SumReader sums,
      OpenWork openWork,
      LimitLines limits,
      Departments departments,
      FigureNames names,
      Projection projection,
      JdbcClient jdbc,
      Clock time) {
    this.sums = sums;
    this.openWork = openWork;
    this.limits = limits;
    this.departments = departments;
    this.names = names;
    this.projection = projection;
    this.jdbc = jdbc;
    this.time = time;
  }

  /**
   * @throws Problem 400 without a service
   */
  JurisdictionsView of(Selection selection) {
    String service = selection.service();
    if (service == null) {
      throw Problem.badRequest("service-missing", "辖区比较须指明事项（参数 service）。");
    }
    return new JurisdictionsView(
        Shares.local(time.instant()),
        projection.state().behind(),
        service,
        names.service(service),
        selection.period().from(),
        selection.period().to(),
        selection.jurisdictions().stream().map(place -> place(selection, place)).toList());
  }

  private Place place(Selection all, String place) {
    Selection here =
        new Selection(List.of(place), all.service(), all.version(), all.department(), all.period());
    SumFilter cases = here.promisesOfCases();
    Sum sum = sums.spread(cases).getOrDefault(List.<String>of(), new Sum());
    OpenWork.Counts open =
        openWork.cases(cases).getOrDefault(List.<String>of(), OpenWork.Counts.NONE);
    List<Step> steps = steps(here);
    int broken = sum.broken() + open.broken();
    return new Place(
        place,
        names.jurisdiction(place),
        limits.of(place, all.service()),
        steps,
        steps.stream().map(Step::departmentName).distinct().sorted().toList(),
        sum.ended(),
        open.open(),
        sum.kept(),
        broken,
        Shares.of(sum.kept(), (long) sum.kept() + broken),
        Durations.working(sum),
        under(here, place, sum.ended()));
  }

  private List<Step> steps(Selection here) {
    return sums.spread(here.steps(), By.PROCESS, By.ACTIVITY, By.DEPARTMENT).entrySet().stream()
        .filter(one -> one.getValue().ended() > 0 && !one.getKey().get(2).isEmpty())
        .filter(one -> !OpenCaseStore.SUPERVISION.contains(one.getKey().get(0)))
        .map(one -> step(here.onlyJurisdiction(), one.getKey(), one.getValue()))
        .sorted(Comparator.comparing(Step::name).thenComparing(Step::department))
        .toList();
  }

  private Step step(String place, List<String> key, Sum sum) {
    Durations working = Durations.working(sum);
    return new Step(
        key.get(1),
        names.elementOf(key.get(0), key.get(1)),
        key.get(2),
        names.department(place, key.get(2)),
        sum.ended(),
        working.p50(),
        working.p90(),
        Shares.of(sum.within(), (long) sum.within() + sum.beyond()));
  }

  private List<Under> under(Selection here, String place, int ended) {
    Map<List<String>, Sum> tried =
        sums.counts(here.promisesOfCases().of(List.of("R")), By.ACTIVITY);
    List<CaseFact> open = open(here);
    Instant now = time.instant();
    return departments.jurisdictions().stream()
        .map(Jurisdiction::id)
        .sorted(Comparator.comparing(other -> !other.equals(place)))
        .map(
            other -> {
              Sum sum = tried.getOrDefault(List.of(other), new Sum());
              int passed = (int) open.stream().filter(one -> hasPassed(one, other, now)).count();
              int broken = sum.beyond() + passed;
              return new Under(
                  other,
                  names.jurisdiction(other),
                  sum.within(),
                  broken,
                  Shares.of(sum.within(), (long) sum.within() + broken),
                  sum.within() + broken,
                  ended - sum.within() - sum.beyond());
            })
        .toList();
  }

  private static boolean hasPassed(CaseFact open, String other, Instant now) {
    Instant paused = open.limit() == null ? null : open.limit().pausedAt();
    Instant counted = paused == null ? now : paused;
    return open.trials().stream()
        .filter(trial -> trial.under().equals(other))
        .anyMatch(trial -> trial.late() == null ? trial.dueAt().isBefore(counted) : trial.late());
  }

  private List<CaseFact> open(Selection here) {
    return jdbc.sql(
            "select * from ow_fact_case where ended_at is null and service = :service"
                + " and jurisdiction in (:places)"
                + (here.version() == null ? "" : " and version = :version"))
        .param("service", here.service())
        .param("places", here.jurisdictions())
        .param("version", here.version())
        .query(FactRows::caseFact)
        .list();
  }
}
