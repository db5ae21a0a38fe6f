package io.onewindow.service.power;

import java.util.Map;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** Asks the decision {@code small-business-terms} in which unit and how far a plan reckons. */
@Component
class SmallBusinessTerms {

  /**
   * @param unit {@code kW} or {@code kVA}
   * @param unitClause document and clause the unit stands in
   * @param meterDistance metres from meter to boundary at most; null where the plan sets none
   * @param distanceClause document and clause of the distance; null where there is none
   */
  record Terms(String unit, String unitClause, Integer meterDistance, String distanceClause) {

    String unitName() {
      return Unit.name(unit);
    }
  }

  private final DecisionService decisions;

  SmallBusinessTerms(DecisionService decisions) {
    this.decisions = decisions;
  }

  Terms of(String jurisdiction) {
    Map<String, Object> row =
        decisions
            .evaluateDecisionTableByKey("small-business-terms")
            .variables(Variables.createVariables().putValue("jurisdiction", jurisdiction))
            .evaluate()
            .getSingleResult()
            .getEntryMap();
    return new Terms(
        (String) row.get("unit"),
        (String) row.get("unitClause"),
        (Integer) row.get("meterDistance"),
        (String) row.get("distanceClause"));
  }
}
