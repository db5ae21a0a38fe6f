package io.onewindow.service.utility;

import io.onewindow.desk.TaskCheck;
import io.onewindow.problem.Problem;
import io.onewindow.service.FormValues;
import io.onewindow.service.SinceReceipt;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** What the utilities' own forms must satisfy beyond their rules. */
@Component
class WaterGasChecks implements TaskCheck {

  private final SinceReceipt sinceReceipt;
  private final UtilityScope scope;
  private final SimplifiedProcedure simplified;
  private final Clock time;

  WaterGasChecks(
      SinceReceipt sinceReceipt, UtilityScope scope, SimplifiedProcedure simplified, Clock time) {
    this.sinceReceipt = sinceReceipt;
    this.scope = scope;
    this.simplified = simplified;
    this.time = time;
  }

  @Override
  public List<Problem.Field> violations(DelegateTask task) {
    if (!TaskCheck.modelOf(task).equals("water-gas-connection")) {
      return List.of();
    }
    FormValues form = new FormValues(task);
    switch (task.getTaskDefinitionKey()) {
      case "userTask_designLine" -> line(task, form);
      case "userTask_lineWorks" -> sinceReceipt.check(task, form, "lineBuiltOn", "外线完工日期");
      case "userTask_survey" -> sinceReceipt.check(task, form, "planAnsweredOn", "方案答复日期");
      case "userTask_customerWorks" ->
          sinceReceipt.check(task, form, "customerWorksDoneOn", "用户工程完工日期");
      case "userTask_connect" -> sinceReceipt.check(task, form, "connectedOn", "通水通气日期");
      default -> {
        // the other forms have no further rule
      }
    }
    return form.refused();
  }

  private void line(DelegateTask task, FormValues form) {
    form.positive("lineLength", "外线长度（米）", PermitMatters.LINE_RULE);
    PermitMatters.check(
        task, form, LocalDate.now(time), scope.mergedPermitClause(task.getTenantId()));
    simplified.check(task, form);
  }
}
