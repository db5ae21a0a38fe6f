package io.onewindow.service.utility;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.engine.DecisionService;
import org.springframework.stereotype.Component;

/**
 * Asks the decision {@code utility-scope} what a jurisdiction's plan lets one apply for jointly.
 */
@Component
class UtilityScope {

  private final DecisionService decisions;

  UtilityScope(DecisionService decisions) {
    this.decisions = decisions;
  }

  /**
   * @param singleForm {@code yes} where the project's single form takes the application's place
   */
  boolean holds(Utility utility, String jurisdiction, String singleForm) {
    return !asked(utility, jurisdiction, singleForm).isEmpty();
  }

  /** Document and clause by which the jurisdiction connects it, jointly or not. */
  String clause(Utility utility, String jurisdiction) {
    return asked(utility, jurisdiction, "yes").getSingleEntry();
  }

  /** By which clause the project's single form takes an application's place. */
  String singleFormClause(String jurisdiction) {
    return decisions
        .evaluateDecisionTableByKey("single-form-filing")
        .variables(Map.of("jurisdiction", jurisdiction))
        .evaluate()
        .getSingleEntry();
  }

  /** By which clause the permits that a line touches were merged into one. */
  String mergedPermitClause(String jurisdiction) {
    return decisions
        .evaluateDecisionTableByKey("municipal-permit-matters")
        .variables(Map.of("jurisdiction", jurisdiction, "matter", "road-excavation"))
        .evaluate()
        .getSingleResult()
        .getEntry("clause");
  }

  private DmnDecisionTableResult asked(Utility utility, String jurisdiction, String singleForm) {
    return decisions
        .evaluateDecisionTableByKey("utility-scope")
        .variables(
            Map.of("jurisdiction", jurisdiction, "utility", utility.id(), "singleForm", singleForm))
        .evaluate();
  }

  /** Everything that the package (套餐) of the jurisdiction holds. */
  List<Utility> all(String jurisdiction, String singleForm) {
    return Arrays.stream(Utility.values())
        .filter(utility -> holds(utility, jurisdiction, singleForm))
        .toList();
  }
}
