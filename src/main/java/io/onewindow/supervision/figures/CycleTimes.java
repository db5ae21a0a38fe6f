package io.onewindow.supervision.figures;

import io.onewindow.problem.Problem;
import io.onewindow.supervision.fact.Projection;
import io.onewindow.supervision.fact.Sum;
import io.onewindow.supervision.fact.SumFilter;
import io.onewindow.supervision.fact.SumReader;
import io.onewindow.supervision.fact.SumReader.By;
import io.onewindow.supervision.figures.CycleTimesView.Line;
import java.time.Clock;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Tells how long cases, steps, departments and people took. */
@Component
class CycleTimes {

  /** What work is told apart by. */
  private enum Grouping {
    CASE(By.SERVICE),
    STEP(By.SERVICE, By.PROCESS, By.ACTIVITY, By.DEPARTMENT),
    DEPARTMENT(By.DEPARTMENT),
    PERSON(By.DEPARTMENT, By.PERSON);

    private final By[] by;

    Grouping(By... by) {
      this.by = by;
    }

    static Grouping of(String name) {
      return Stream.of(values())
          .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(name))
          .findFirst()
          .orElseThrow(
              () ->
                  Problem.badRequest(
                      "grouping-refused",
                      "参数 by 应为 step、department、person 或 case；收到的是“" + name + "”。"));
    }
  }

  private static final Map<String, Comparator<Line>> SORTS =
      Map.of(
          "name",
          Comparator.comparing(CycleTimes::name),
          "count",
          Comparator.comparing(Line::count),
          "open",
          Comparator.comparing(Line::open),
          "openLate",
          Comparator.comparing(Line::openLate),
          "onTimeShare",
          by(Line::onTimeShare),
          "mean",
          by(line -> line.working().mean()),
          "p50",
          by(line -> line.working().p50()),
          "p90",
          by(line -> line.working().p90()),
          "p95",
          by(line -> line.working().p95()));

  private final SumReader sums;
  private final OpenWork openWork;
  private final Projection projection;
  private final FigureNames names;
  private final Clock time;

  CycleTimes(
      SumReader sums, OpenWork openWork, Projection projection, FigureNames names, Clock time) {
    this.sums = sums;
    this.openWork = openWork;
    this.projection = projection;
    this.names = names;
    this.time = time;
  }

  CycleTimesView of(Selection selection, Query query) {
    Grouping grouping = Grouping.of(query.text("by", "step"));
    Comparator<Line> order = order(query.text("sort", "name"));
    Page page = Page.of(query);
    List<Line> lines =
        lines(selection, grouping, query.text("step")).stream().sorted(order).toList();
    Period period = selection.period();
    return new CycleTimesView(
        Shares.local(time.instant()),
        projection.state().behind(),
        period.from(),
        period.to(),
        Durations.RESOLUTION,
        lines.size(),
        page.number(),
        page.size(),
        lines.stream().skip(page.skipped()).limit(page.size()).toList());
  }

  private List<Line> lines(Selection selection, Grouping grouping, String step) {
    SumFilter filter = filter(selection, grouping, step);
    Map<List<String>, Sum> ended = sums.spread(filter, grouping.by);
    Map<List<String>, OpenWork.Counts> open =
        grouping == Grouping.CASE
            ? openWork.cases(filter, grouping.by)
            : openWork.steps(filter, grouping.by);
    Set<List<String>> keys = new LinkedHashSet<>(ended.keySet());
    keys.addAll(open.keySet());
    return keys.stream()
        .map(
            key ->
                line(
                    selection,
                    grouping,
                    key,
                    ended.getOrDefault(key, new Sum()),
                    open.getOrDefault(key, OpenWork.Counts.NONE)))
        .filter(line -> line.count() + line.open() + line.within() + line.beyond() > 0)
        .toList();
  }

  private static SumFilter filter(Selection selection, Grouping grouping, String step) {
    if (grouping == Grouping.CASE) {
      return selection.cases();
    }
    SumFilter steps = selection.steps().at(step);
    return grouping == Grouping.STEP ? steps.of(List.of("S", "A")) : steps;
  }

  private Line line(
      Selection selection, Grouping grouping, List<String> key, Sum sum, OpenWork.Counts open) {
    boolean steps = grouping == Grouping.STEP;
    String service = steps || grouping == Grouping.CASE ? key.get(0) : null;
    String department =
        switch (grouping) {
          case CASE -> null;
          case STEP -> key.get(3);
          default -> key.get(0);
        };
    int beyond = sum.beyond() + open.beyond();
    int broken = sum.broken() + open.broken();
    return new Line(
        service,
        service == null ? null : names.service(service),
        steps ? key.get(1) : null,
        steps ? key.get(2) : null,
        steps ? names.elementOf(key.get(1), key.get(2)) : null,
        department,
        department == null || department.isEmpty()
            ? null
            : names.department(selection.onlyJurisdiction(), department),
        grouping == Grouping.PERSON ? key.get(1) : null,
        sum.ended(),
        open.open(),
        open.late(),
        sum.kept(),
        broken,
        Shares.of(sum.kept(), (long) sum.kept() + broken),
        sum.within(),
        beyond,
        Shares.of(sum.within(), (long) sum.within() + beyond),
        sum.returns(),
        Durations.working(sum),
        Durations.net(sum),
        Durations.gross(sum),
        grouping == Grouping.CASE ? null : Durations.waiting(sum));
  }

  private static Comparator<Line> order(String sort) {
    boolean falling = sort.startsWith("-");
    Comparator<Line> order = SORTS.get(falling ? sort.substring(1) : sort);
    if (order == null) {
      throw Problem.badRequest(
          "sort-refused", "不能按“" + sort + "”排序，可用（前加 - 为降序）：" + SORTS.keySet() + "。");
    }
    return (falling ? order.reversed() : order).thenComparing(CycleTimes::name);
  }

  private static String name(Line line) {
    return Stream.of(
            line.serviceName(),
            line.name(),
            line.departmentName(),
            line.person(),
            line.processKey())
        .map(part -> part == null ? "" : part)
        .reduce("", (one, other) -> one + "\n" + other);
  }

  private static <T extends Comparable<T>> Comparator<Line> by(Function<Line, T> figure) {
    return Comparator.comparing(figure, Comparator.nullsFirst(Comparator.naturalOrder()));
  }
}
