package io.onewindow.service.utility;

import io.onewindow.casefile.TableAnswers;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Asks the decision {@code utility-scope} what a jurisdiction's plan lets one apply for jointly.
 */
@Component
class UtilityScope {

  private final TableAnswers tables;

  UtilityScope(TableAnswers tables) {
    this.tables = tables;
  }

  /**
   * @param singleForm {@code yes} where the project's single form takes the application's place
   */
  boolean holds(Utility utility, String jurisdiction, String singleForm) {
    return !asked(utility, jurisdiction, singleForm).isEmpty();
  }

  /** Document and clause by which the jurisdiction connects it, jointly or not. */
  String clause(Utility utility, String jurisdiction) {
    return asked(utility, jurisdiction, "yes").map(UtilityScope::clause).orElse(null);
  }

  /** By which clause the project's single form takes an application's place. */
  String singleFormClause(String jurisdiction) {
    return tables
        .single("single-form-filing", Map.of("jurisdiction", jurisdiction))
        .map(UtilityScope::clause)
        .orElse(null);
  }

  /** By which clause the permits that a line touches were merged into one. */
  String mergedPermitClause(String jurisdiction) {
    return tables
        .single(
            "municipal-permit-matters",
            Map.of("jurisdiction", jurisdiction, "matter", "road-excavation"))
        .map(UtilityScope::clause)
        .orElseThrow();
  }

  private Optional<Map<String, Object>> asked(
      Utility utility, String jurisdiction, String singleForm) {
    return tables.single(
        "utility-scope",
        Map.of("jurisdiction", jurisdiction, "utility", utility.id(), "singleForm", singleForm));
  }

  private static String clause(Map<String, Object> row) {
    return (String) row.get("clause");
  }

  /** Everything that the package (套餐) of the jurisdiction holds. */
  List<Utility> all(String jurisdiction, String singleForm) {
    return Arrays.stream(Utility.values())
        .filter(utility -> holds(utility, jurisdiction, singleForm))
        .toList();
  }
}
