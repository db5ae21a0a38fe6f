package io.onewindow.service.companyregistration;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.DecisionService;
import org.springframework.stereotype.Component;

/** Asks the decision {@code licence-first-scope} which permits a scope of business needs first. */
@Component
class LicenceFirstScopes {

  private final DecisionService decisions;

  LicenceFirstScopes(DecisionService decisions) {
    this.decisions = decisions;
  }

  /** The permits that must exist before registration, empty when there are none. */
  List<String> permitsFor(String businessScope) {
    return decisions
        .evaluateDecisionTableByKey("licence-first-scope")
        .variables(Map.of("businessScope", businessScope))
        .evaluate()
        .collectEntries("permit")
        .stream()
        .map(Object::toString)
        .toList();
  }
}
