package io.onewindow.laboratory.history;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.onewindow.laboratory.Baseline;
import java.time.Clock;
import java.time.Instant;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The same, beginning with the cases that are open now: what the next weeks will bring. */
@Component
@Order(2)
class ForecastBaseline implements Baseline {

  /** New cases within the horizon at most: far more than any hall gets. */
  private static final int MOST_CASES = 20_000;

  private final HistoryEstimates estimates;
  private final HistorySettings settings;
  private final Clock clock;

  ForecastBaseline(HistoryEstimates estimates, HistorySettings settings, Clock clock) {
    this.estimates = estimates;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public String id() {
    return "forecast";
  }

  @Override
  public String name() {
    return "由历史估计，从现在的在办件开始";
  }

  @Override
  public boolean knows(String service, String jurisdiction) {
    return estimates.knows(service, jurisdiction);
  }

  @Override
  public ObjectNode scenario(String service, String jurisdiction) {
    HistoryEstimates.Estimated known = estimates.of(service, jurisdiction);
    Instant now = clock.instant();
    OpenWork open = new OpenWork(known.past(), now, settings.mostOpen());
    ObjectNode approval = (ObjectNode) known.scenario().get("approval");
    approval
        .put("start", open.from().toString())
        .put("horizon", now.plus(settings.forecast()).toString())
        .put("cases", MOST_CASES)
        .put("warmUpCases", 0)
        .set("openCases", open.json());
    ((ObjectNode) approval.get("history"))
        .putObject("forecast")
        .put("now", Wording.day(now))
        .put("until", Wording.day(now.plus(settings.forecast())))
        .put("open", open.count());
    return known.scenario();
  }
}
