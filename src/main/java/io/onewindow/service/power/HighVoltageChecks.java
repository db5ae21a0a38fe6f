package io.onewindow.service.power;

import io.onewindow.desk.TaskCheck;
import io.onewindow.problem.Problem;
import io.onewindow.service.FormValues;
import io.onewindow.service.SinceReceipt;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** What the grid's own forms for high voltage must satisfy beyond their rules. */
@Component
class HighVoltageChecks implements TaskCheck {

  private final SinceReceipt sinceReceipt;

  HighVoltageChecks(SinceReceipt sinceReceipt) {
    this.sinceReceipt = sinceReceipt;
  }

  @Override
  public List<Problem.Field> violations(DelegateTask task) {
    if (!TaskCheck.modelOf(task).equals("high-voltage-power")) {
      return List.of();
    }
    FormValues form = new FormValues(task);
    switch (task.getTaskDefinitionKey()) {
      case "userTask_replyPlan" -> sinceReceipt.check(task, form, "planAnsweredOn", "方案答复日期");
      case "userTask_customerWorks" ->
          sinceReceipt.check(task, form, "customerWorksDoneOn", "用户工程完工日期");
      case "userTask_energise" -> sinceReceipt.check(task, form, "energisedOn", "送电日期");
      default -> {
        // the other form has no further rule
      }
    }
    return form.refused();
  }
}
