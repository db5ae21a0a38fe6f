package io.onewindow.service.power;

import io.onewindow.casefile.TableAnswers;
import java.util.Map;
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

  private final TableAnswers tables;

  SmallBusinessTerms(TableAnswers tables) {
    this.tables = tables;
  }

  Terms of(String jurisdiction) {
    Map<String, Object> row =
        tables.single("small-business-terms", Map.of("jurisdiction", jurisdiction)).orElseThrow();
    return new Terms(
        (String) row.get("unit"),
        (String) row.get("unitClause"),
        (Integer) row.get("meterDistance"),
        (String) row.get("distanceClause"));
  }
}
