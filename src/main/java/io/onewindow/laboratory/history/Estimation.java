package io.onewindow.laboratory.history;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.onewindow.laboratory.history.Past.Arrived;
import java.time.Instant;
import java.util.List;

/** Estimates a scenario from what is known; what history does not tell stays an assumption. */
final class Estimation {

  private final HistorySettings settings;
  private final Names names;
  private final ObjectNode assumed;

  /**
   * @param assumed the service's whole scenario as it would be without any history
   */
  Estimation(HistorySettings settings, Names names, ObjectNode assumed) {
    this.settings = settings;
    this.names = names;
    this.assumed = assumed;
  }

  Draft of(Past past) {
    Draft draft = Draft.of(assumed, names.jurisdiction());
    arrivals(past, draft);
    new StaffEstimate(past, settings, names, draft).estimate();
    new TimeEstimate(past, settings, names, draft).estimate();
    new ChoiceEstimate(past, settings, names, draft).estimate();
    return draft;
  }

  private static void arrivals(Past past, Draft draft) {
    List<Instant> received = past.cases().stream().map(Arrived::receivedAt).toList();
    Arrivals arrivals = new Arrivals(received, past.to());
    Fit fit = Fit.of(arrivals.gaps());
    draft.known().set("arrival_time_distribution", fit.json());
    draft.known().put("arrival_time_calendar", "office");
    draft.approval().set("arrivalProfile", arrivals.profile());
    draft.add(
        Figure.known(
            "arrival_time_distribution",
            "来件间隔（办公时间）",
            received.size(),
            "平均 "
                + Wording.lengths(Interval.mean(arrivals.gaps()))
                + "，"
                + Wording.shape(fit)
                + "；一周各小时的疏密按来件时刻"));
  }

  /** Says in the scenario where it comes from. */
  static ObjectNode describe(Draft draft, Past past) {
    ObjectNode history = draft.approval().putObject("history");
    history.put("from", Wording.day(past.from()));
    history.put("to", Wording.day(past.to()));
    history.put("cases", past.cases().size());
    history.put("open", past.cases().stream().filter(Arrived::isOpen).count());
    ArrayNode figures = history.putArray("figures");
    draft.figures().forEach(one -> one.into(figures.addObject()));
    return history;
  }
}
