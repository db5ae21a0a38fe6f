package io.onewindow.service.power;

import io.onewindow.desk.TaskCheck;
import io.onewindow.problem.Problem;
import io.onewindow.service.FormValues;
import io.onewindow.service.SinceReceipt;
import java.math.BigDecimal;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** What the grid's own forms for low voltage must satisfy beyond their rules. */
@Component
class LowVoltageChecks implements TaskCheck {

  private final SmallBusinessTerms terms;
  private final SinceReceipt sinceReceipt;

  LowVoltageChecks(SmallBusinessTerms terms, SinceReceipt sinceReceipt) {
    this.terms = terms;
    this.sinceReceipt = sinceReceipt;
  }

  @Override
  public List<Problem.Field> violations(DelegateTask task) {
    if (!TaskCheck.modelOf(task).equals("low-voltage-power")) {
      return List.of();
    }
    FormValues form = new FormValues(task);
    switch (task.getTaskDefinitionKey()) {
      case "userTask_survey" -> survey(task, form);
      case "userTask_customerWorks" ->
          sinceReceipt.check(task, form, "customerWorksDoneOn", "用户工程完工日期");
      case "userTask_energise" -> sinceReceipt.check(task, form, "energisedOn", "送电日期");
      default -> {
        // the other forms have no further rule
      }
    }
    return form.refused();
  }

  private void survey(DelegateTask task, FormValues form) {
    sinceReceipt.check(task, form, "planAnsweredOn", "方案答复日期");
    form.positive("meterToBoundary", "电能表至用户规划红线（米）", rule(task))
        .ifPresent(metres -> distance(task, form, metres));
  }

  private String rule(DelegateTask task) {
    String clause = terms.of(task.getTenantId()).distanceClause();
    return clause == null ? "供电方案须写明（系统规则）" : "小微企业按这段距离判定（" + clause + "）";
  }

  /** How far the grid's meter may stand from the boundary of a small business. */
  private void distance(DelegateTask task, FormValues form, BigDecimal metres) {
    SmallBusinessTerms.Terms limits = terms.of(task.getTenantId());
    boolean limited = limits.meterDistance() != null && form.is("smallBusiness", "true");
    if (limited && metres.compareTo(BigDecimal.valueOf(limits.meterDistance())) > 0) {
      form.refuse(
          "meterToBoundary",
          "电能表至用户规划红线（米）",
          "小微企业不超过" + limits.meterDistance() + "米（" + limits.distanceClause() + "）");
    }
  }
}
