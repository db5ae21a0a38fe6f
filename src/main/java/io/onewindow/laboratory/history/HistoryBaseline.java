package io.onewindow.laboratory.history;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.onewindow.laboratory.Baseline;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The present state as our own cases show it, with an empty hall at the beginning. */
@Component
@Order(1)
class HistoryBaseline implements Baseline {

  private final HistoryEstimates estimates;

  HistoryBaseline(HistoryEstimates estimates) {
    this.estimates = estimates;
  }

  @Override
  public String id() {
    return "history";
  }

  @Override
  public String name() {
    return "由历史估计";
  }

  @Override
  public boolean knows(String service, String jurisdiction) {
    return estimates.knows(service, jurisdiction);
  }

  @Override
  public ObjectNode scenario(String service, String jurisdiction) {
    return estimates.of(service, jurisdiction).scenario();
  }
}
