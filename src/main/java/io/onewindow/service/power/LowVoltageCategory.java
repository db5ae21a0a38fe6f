package io.onewindow.service.power;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.stereotype.Component;

/**
 * Asks the decisions of {@code low-voltage-power} what a customer is, for a caller whose works
 * begin before that service does.
 */
@Component
class LowVoltageCategory {

  private static final String THREE_ZERO = "three-zero-enterprise";

  /** What a residential customer leaves out, and the decisions ask for all the same. */
  private static final List<String> OF_ENTERPRISES =
      List.of("creditCode", "registeredAddress", "groupCustomer", "directSupply");

  private final DecisionService decisions;

  LowVoltageCategory(DecisionService decisions) {
    this.decisions = decisions;
  }

  boolean isThreeZero(VariableScope demand, String jurisdiction) {
    Map<String, Object> known = new HashMap<>(demand.getVariables());
    known.put("jurisdiction", jurisdiction);
    OF_ENTERPRISES.forEach(key -> known.computeIfAbsent(key, missing -> ""));
    known.computeIfAbsent("cumulativeCapacity", missing -> demand.getVariable("capacity"));
    known.put(
        "smallBusiness",
        decisions
            .evaluateDecisionTableByKey("small-business-power")
            .variables(known)
            .evaluate()
            .isEmpty());
    String category =
        decisions
            .evaluateDecisionTableByKey("low-voltage-category")
            .variables(known)
            .evaluate()
            .getSingleEntry();
    return THREE_ZERO.equals(category);
  }
}
