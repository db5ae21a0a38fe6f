package io.onewindow.supervision.figures;

import io.onewindow.engine.Callers;
import io.onewindow.exchange.ExchangeView;
import io.onewindow.exchange.Exchanges;
import io.onewindow.problem.Problem;
import io.onewindow.supervision.fact.FigureState;
import io.onewindow.supervision.fact.Projection;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.springframework.stereotype.Service;

/** Answers every question for figures, at whichever door it is asked. */
@Service
public class Figures {

  /** How far the figures follow what happened. */
  record Progress(OffsetDateTime asOf, int behind, String state, int done, int total) {}

  /** What departments' own systems were told in vain so far, or handed back. */
  record UnsettledExchanges(OffsetDateTime asOf, int total, List<ExchangeView> items) {}

  private final Map<String, Function<Query, Object>> answers = new TreeMap<>();
  private final Viewers viewers;
  private final Supervise supervise;
  private final Projection projection;
  private final Callers callers;
  private final Clock time;

  Figures(
      Viewers viewers,
      Selections selections,
      Dashboards dashboards,
      OpenCases openCases,
      LateCases lateCases,
      CycleTimes cycleTimes,
      Heat heat,
      Trends trends,
      Filters filters,
      Attributable attributable,
      Comparison comparison,
      Exchanges exchanges,
      Supervise supervise,
      Projection projection,
      Callers callers,
      Clock time) {
    this.viewers = viewers;
    this.supervise = supervise;
    this.projection = projection;
    this.callers = callers;
    this.time = time;
    answers.put("dashboard", query -> dashboards.of(selections.of(query)));
    answers.put(
        "open-cases",
        query -> openCases.of(selections.of(query), OpenCaseFilter.of(query), Page.of(query)));
    answers.put(
        "late-cases",
        query -> lateCases.of(selections.of(query), LateStore.Filter.of(query), Page.of(query)));
    answers.put("cycle-times", query -> cycleTimes.of(selections.of(query), query));
    answers.put("heat", heat::of);
    answers.put("trend", query -> trends.of(selections.of(query), query));
    answers.put("attributable", query -> attributable.of(selections.of(query), query));
    answers.put("jurisdictions", query -> comparison.of(selections.of(query)));
    answers.put("filters", query -> filters.all());
    answers.put(
        "exchanges",
        query -> {
          List<ExchangeView> found = exchanges.unsettled(selections.of(query).jurisdictions());
          return new UnsettledExchanges(Shares.local(time.instant()), found.size(), found);
        });
  }

  /**
   * The answer to one question, for the signed-in caller.
   *
   * @param name e.g. {@code dashboard}
   * @param given parameters as they were sent
   * @throws Problem 400 that says what would be right, 401 for nobody, 403 for who may not see it,
   *     404 for no such question, 409 while everything is counted again
   */
  public Object answer(String name, Map<String, String> given) {
    viewers.caller();
    if (name.equals("progress")) {
      return progress();
    }
    Function<Query, Object> answer = answers.get(name);
    if (answer == null) {
      throw Problem.notFound(
          "unknown-figures", "没有名为“" + name + "”的统计，可用：" + answers.keySet() + "。");
    }
    projection.requireCurrent();
    return answer.apply(new Query(given));
  }

  /**
   * Does what a supervisor wants done from a list.
   *
   * @throws Problem as {@link Supervise#perform}
   */
  Object supervise(SuperviseOrder order) {
    return supervise.perform(order);
  }

  /**
   * Begins to count everything again.
   *
   * @throws Problem 403 for anybody but administrators, 409 when that is going on already
   */
  public Object rebuild() {
    if (!viewers.caller().isAdministrator()) {
      throw Problem.forbidden("administrators-only", "重建统计数据须由系统管理员办理。");
    }
    projection.rebuild();
    return progress();
  }

  private Progress progress() {
    FigureState state = callers.asSystem(projection::state);
    return new Progress(
        Shares.local(time.instant()),
        state.behind(),
        state.rebuilding() ? "REBUILDING" : "CURRENT",
        state.done(),
        state.total());
  }
}
