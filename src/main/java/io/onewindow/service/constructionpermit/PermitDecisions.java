package io.onewindow.service.constructionpermit;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** Asks the tables of the permit before a case comes into being. */
@Component
class PermitDecisions {

  /**
   * @param answer {@code exempt}, {@code required} or {@code officer}
   * @param limits the plan's limits in its own words; empty where it gives none
   * @param clause document and clause it rests on
   */
  record Exemption(String answer, String limits, String clause) {}

  /**
   * @param after id of the stage that must be permitted before; empty for none
   * @param clause document and clause it rests on
   */
  record Stage(String name, String after, String clause) {}

  private final DecisionService decisions;

  PermitDecisions(DecisionService decisions) {
    this.decisions = decisions;
  }

  /**
   * @param investment in 万元
   * @param builtArea in square metres, null for works without
   */
  Exemption exemption(String jurisdiction, BigDecimal investment, BigDecimal builtArea) {
    Map<String, Object> row =
        ask(
                "permit-exemption",
                Variables.createVariables()
                    .putValue("jurisdiction", jurisdiction)
                    .putValue("investmentAmount", investment)
                    .putValue("builtArea", builtArea))
            .orElseThrow(() -> new IllegalStateException("no exemption rule for " + jurisdiction));
    return new Exemption(
        (String) row.get("exemption"), (String) row.get("limits"), (String) row.get("clause"));
  }

  /** Empty where the plan does not offer that stage. */
  Optional<Stage> stage(String jurisdiction, String stage) {
    return ask(
            "permit-stage",
            Variables.createVariables()
                .putValue("jurisdiction", jurisdiction)
                .putValue("permitStage", stage))
        .map(
            row ->
                new Stage(
                    (String) row.get("stageName"),
                    (String) row.get("after"),
                    (String) row.get("clause")));
  }

  /** Every stage that the plan offers, in the order of the works. */
  List<Stage> stages(String jurisdiction) {
    return Works.STAGES.stream().flatMap(stage -> stage(jurisdiction, stage).stream()).toList();
  }

  private Optional<Map<String, Object>> ask(String table, VariableMap question) {
    return Optional.ofNullable(
            decisions
                .evaluateDecisionTableByKey(table)
                .variables(question)
                .evaluate()
                .getSingleResult())
        .map(DmnDecisionRuleResult::getEntryMap);
  }
}
