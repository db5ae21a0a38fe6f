package io.onewindow.supervision.figures;

import io.onewindow.calendar.WorkCalendar;
import io.onewindow.supervision.fact.Projection;
import io.onewindow.supervision.figures.DashboardView.BreakingToday;
import io.onewindow.supervision.figures.DashboardView.Keeping;
import io.onewindow.supervision.figures.OpenCaseStore.OpenCase;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import org.springframework.stereotype.Component;

/** What a supervisor sees first. */
@Component
class Dashboards {

  /** How many of the cases that break their promise today are shown at once. */
  private static final int FIRST = 10;

  private final Decided decided;
  private final OpenCaseStore store;
  private final OpenCases cases;
  private final Projection projection;
  private final FigureNames names;
  private final Clock time;

  Dashboards(
      Decided decided,
      OpenCaseStore store,
      OpenCases cases,
      Projection projection,
      FigureNames names,
      Clock time) {
    this.decided = decided;
    this.store = store;
    this.cases = cases;
    this.projection = projection;
    this.names = names;
    this.time = time;
  }

  DashboardView of(Selection selection) {
    Instant now = time.instant();
    Instant tomorrow = OpenCases.tomorrow(now);
    Standing open = new Standing(store.all(selection, now, OpenCases.tomorrow(now)));
    List<OpenCase> breaking = open.dueToday();
    List<OpenCase> first = breaking.stream().limit(FIRST).toList();
    return new DashboardView(
        Shares.local(now),
        projection.state().behind(),
        keeping(selection, LocalDate.ofInstant(now, WorkCalendar.ZONE)),
        open.byLight(),
        new BreakingToday(breaking.size(), cases.lines(selection, first, now)),
        open.byDepartment(store.held(selection.jurisdictions()), names));
  }

  private List<Keeping> keeping(Selection selection, LocalDate today) {
    LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    return List.of(
        keeping(selection, "TODAY", "今日", today, today),
        keeping(selection, "WEEK", "本周", monday, today),
        keeping(selection, "MONTH", "本月", today.withDayOfMonth(1), today),
        keeping(selection, "YEAR", "本年", today.withDayOfYear(1), today));
  }

  private Keeping keeping(
      Selection selection, String period, String name, LocalDate from, LocalDate to) {
    Selection then = selection.within(new Period(from, to));
    return new Keeping(period, name, from, to, decided.cases(then), decided.steps(then));
  }
}
