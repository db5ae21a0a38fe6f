package io.onewindow.supervision.figures;

import io.onewindow.problem.Problem;
import io.onewindow.supervision.fact.Projection;
import io.onewindow.supervision.fact.Sum;
import io.onewindow.supervision.fact.SumFilter;
import io.onewindow.supervision.fact.SumReader;
import io.onewindow.supervision.fact.SumReader.By;
import io.onewindow.supervision.figures.OpenWork.Passed;
import io.onewindow.supervision.figures.TrendView.Week;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells how promises were kept week by week. */
@Component
class Trends {

  private static final int QUARTER = 13;
  private static final int MOST = 104;

  private final SumReader sums;
  private final OpenWork openWork;
  private final Projection projection;
  private final Clock time;

  Trends(SumReader sums, OpenWork openWork, Projection projection, Clock time) {
    this.sums = sums;
    this.openWork = openWork;
    this.projection = projection;
    this.time = time;
  }

  TrendView of(Selection selection, Query query) {
    int weeks = query.number("weeks", QUARTER, 1, MOST);
    boolean steps = isBySteps(query);
    LocalDate monday =
        selection.period().to().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    LocalDate first = monday.minusWeeks(weeks - 1L);
    Selection then = selection.within(new Period(first, monday.plusDays(6)));
    SumFilter filter = steps ? then.steps().at(query.text("step")) : then.promisesOfCases();
    Map<List<String>, Sum> ended = sums.weeks(filter, By.DAY);
    Map<List<String>, Sum> received = steps ? Map.of() : sums.weeks(then.cases(), By.DAY);
    Map<LocalDate, Passed> open =
        steps ? openWork.stepsByWeek(filter) : openWork.casesByWeek(filter);
    List<Week> found = new ArrayList<>();
    for (LocalDate week = first; !week.isAfter(monday); week = week.plusWeeks(1)) {
      List<String> key = List.of(week.toString());
      found.add(
          week(
              week,
              received.getOrDefault(key, new Sum()),
              ended.getOrDefault(key, new Sum()),
              open.getOrDefault(week, Passed.NONE)));
    }
    return new TrendView(
        Shares.local(time.instant()), projection.state().behind(), List.copyOf(found));
  }

  private static boolean isBySteps(Query query) {
    String by = query.text("by", query.text("step") == null ? "case" : "step");
    if (!by.equals("case") && !by.equals("step")) {
      throw Problem.badRequest("grouping-refused", "参数 by 应为 case 或 step；收到的是“" + by + "”。");
    }
    return by.equals("step");
  }

  private static Week week(LocalDate monday, Sum received, Sum ended, Passed open) {
    Durations working = Durations.working(ended);
    int broken = ended.broken() + open.broken();
    int beyond = ended.beyond() + open.beyond();
    return new Week(
        monday,
        monday.plusDays(6),
        monday.get(IsoFields.WEEK_BASED_YEAR)
            + "年第"
            + monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR)
            + "周",
        received.received(),
        ended.ended(),
        ended.kept(),
        broken,
        Shares.of(ended.kept(), (long) ended.kept() + broken),
        ended.within(),
        beyond,
        Shares.of(ended.within(), (long) ended.within() + beyond),
        working.mean(),
        working.p50(),
        working.p90());
  }
}
