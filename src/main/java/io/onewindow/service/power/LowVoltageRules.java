package io.onewindow.service.power;

import io.onewindow.desk.UnifiedSocialCreditCode;
import io.onewindow.problem.Problem;
import io.onewindow.service.FormValues;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.stereotype.Component;

/** What a low voltage application must satisfy beyond the form's own rules. */
@Component
class LowVoltageRules {

  private static final String METER_DISTANCE = "meterToBoundary";

  private final SmallBusinessTerms terms;

  LowVoltageRules(SmallBusinessTerms terms) {
    this.terms = terms;
  }

  List<Problem.Field> violations(VariableScope application, String jurisdiction) {
    return checked(new FormValues(application), jurisdiction);
  }

  /** The same for what a caller hands in, which has decided whether works are needed. */
  List<Problem.Field> handedInViolations(VariableScope handed, String jurisdiction) {
    FormValues form = new FormValues(handed);
    if (!form.is("worksNeeded", "yes") && !form.is("worksNeeded", "no")) {
      form.refuse("worksNeeded", "是否有供电工程", "应为 yes 或 no：无工程的低压用户另有时限（聊政办字〔2022〕13号 二(三)35）");
    }
    CalledPower.check(form);
    return checked(form, jurisdiction);
  }

  private List<Problem.Field> checked(FormValues form, String jurisdiction) {
    form.applicantId();
    String rule = "小微企业按容量判定（" + terms.of(jurisdiction).unitClause() + "），没有容量不能勘查";
    Optional<BigDecimal> capacity = form.positive("capacity", "申请容量", rule);
    if (form.is(CalledPower.PLAN_ON_VISIT, "yes")) {
      form.positive(METER_DISTANCE, "电能表至用户规划红线（米）", "联合踏勘时答复供电方案须写明（系统规则）");
    }
    if (form.is("customerType", "enterprise")) {
      enterprise(form, capacity, terms.of(jurisdiction));
    }
    return form.refused();
  }

  /**
   * Whether the supply plan was answered on a joint visit, so that nobody need come again. A small
   * business whose meter would stand too far off is surveyed anew.
   */
  boolean isSurveyed(VariableScope handed, String jurisdiction) {
    FormValues form = new FormValues(handed);
    Integer most = terms.of(jurisdiction).meterDistance();
    boolean limited = most != null && form.is("smallBusiness", "true");
    return form.is(CalledPower.PLAN_ON_VISIT, "yes")
        && (!limited
            || new BigDecimal(form.text(METER_DISTANCE)).compareTo(BigDecimal.valueOf(most)) <= 0);
  }

  private static void enterprise(
      FormValues form, Optional<BigDecimal> capacity, SmallBusinessTerms.Terms terms) {
    String code = form.text("creditCode");
    if (!code.isEmpty() && !UnifiedSocialCreditCode.isValid(code)) {
      form.refuse("creditCode", "统一社会信用代码", "校验不通过，请核对18位代码");
    }
    if (!form.is("capacityUnit", terms.unit())) {
      form.refuse(
          "capacityUnit",
          "容量单位",
          "应为"
              + terms.unitName()
              + "：本辖区方案以"
              + terms.unitName()
              + "计小微企业容量，千瓦与千伏安不能换算（"
              + terms.unitClause()
              + "）");
    }
    Optional<BigDecimal> total =
        form.positive(
            "cumulativeCapacity", "同一用电地址累计接入容量", "小微企业按累计接入容量判定（" + terms.unitClause() + "）");
    if (total.isPresent() && capacity.isPresent() && total.get().compareTo(capacity.get()) < 0) {
      form.refuse(
          "cumulativeCapacity",
          "同一用电地址累计接入容量",
          "应包含本次申请容量，不小于" + capacity.get() + "：小微企业按累计接入容量判定（" + terms.unitClause() + "）");
    }
  }
}
