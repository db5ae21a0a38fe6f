package io.onewindow.service.power;

import io.onewindow.casefile.TableAnswers;
import io.onewindow.desk.UnifiedSocialCreditCode;
import io.onewindow.problem.Problem;
import io.onewindow.service.FormValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.stereotype.Component;

/** What a high voltage application must satisfy beyond the form's own rules. */
@Component
class HighVoltageRules {

  private final TableAnswers tables;

  HighVoltageRules(TableAnswers tables) {
    this.tables = tables;
  }

  List<Problem.Field> violations(VariableScope application, String jurisdiction) {
    FormValues form = new FormValues(application);
    form.applicantId();
    if (!UnifiedSocialCreditCode.isValid(form.text("creditCode"))) {
      form.refuse("creditCode", "统一社会信用代码", "校验不通过，请核对18位代码");
    }
    Map<String, Object> terms = terms(jurisdiction);
    form.positive("capacity", "申请容量", "供电方案和补贴按容量判定（" + terms.get("unitClause") + "）");
    unit(form, terms);
    return form.refused();
  }

  /** The same for what a caller hands in, which may have surveyed and dug already. */
  List<Problem.Field> handedInViolations(VariableScope handed, String jurisdiction) {
    FormValues form = new FormValues(handed);
    CalledPower.check(form);
    List<Problem.Field> refused = new ArrayList<>(form.refused());
    refused.addAll(violations(handed, jurisdiction));
    return refused;
  }

  private Map<String, Object> terms(String jurisdiction) {
    return tables.single("high-voltage-terms", Map.of("jurisdiction", jurisdiction)).orElseThrow();
  }

  private static void unit(FormValues form, Map<String, Object> terms) {
    String unit = (String) terms.get("unit");
    if (!form.is("capacityUnit", unit)) {
      form.refuse(
          "capacityUnit",
          "容量单位",
          "应为"
              + Unit.name(unit)
              + "：高压用户按"
              + Unit.name(unit)
              + "计，千瓦与千伏安不能换算（"
              + terms.get("unitClause")
              + "）");
    }
  }
}
