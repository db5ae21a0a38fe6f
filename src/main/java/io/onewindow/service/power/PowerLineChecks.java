package io.onewindow.service.power;

import io.onewindow.desk.TaskCheck;
import io.onewindow.problem.Problem;
import io.onewindow.service.FormValues;
import io.onewindow.service.SinceReceipt;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** What the forms about an outer line must satisfy beyond their rules, in whatever service. */
@Component
class PowerLineChecks implements TaskCheck {

  private final PowerLineRules rules;
  private final SinceReceipt sinceReceipt;
  private final Clock time;

  PowerLineChecks(PowerLineRules rules, SinceReceipt sinceReceipt, Clock time) {
    this.rules = rules;
    this.sinceReceipt = sinceReceipt;
    this.time = time;
  }

  @Override
  public List<Problem.Field> violations(DelegateTask task) {
    FormValues form = new FormValues(task);
    String model = TaskCheck.modelOf(task);
    String place = task.getTenantId();
    if (model.equals("power-line-permit")) {
      own(task, form);
    } else if (form.is(CalledPower.LINE_DUG, "yes")) {
      // permitted and dug together with the other lines
      return List.of();
    } else if (form.is("outerLine", "yes")
        && model.equals("low-voltage-power")
        && isAt(task, "userTask_survey")) {
      rules.lineOfConnection(form, place, true);
    } else if (form.is("outerLine", "yes")
        && model.equals("high-voltage-power")
        && isAt(task, "userTask_replyPlan")) {
      rules.lineOfConnection(form, place, false);
    }
    return form.refused();
  }

  private static boolean isAt(DelegateTask task, String element) {
    return task.getTaskDefinitionKey().equals(element);
  }

  private void own(DelegateTask task, FormValues form) {
    switch (task.getTaskDefinitionKey()) {
      case "userTask_commit" -> sinceReceipt.check(task, form, "committedOn", "承诺日期");
      case "userTask_fileEarly" -> sinceReceipt.check(task, form, "filedOn", "备案日期");
      case "userTask_adjustLine" ->
          rules.line(form, task.getTenantId(), form.is("lineVoltage", "low"));
      case "userTask_completeLine" -> sinceReceipt.check(task, form, "lineCompletedOn", "外线工程竣工日期");
      case "userTask_pushData" ->
          form.day("lineCompletedOn", "外线工程竣工日期")
              .ifPresent(done -> form.dayBetween("pushedOn", "推送日期", done, LocalDate.now(time)));
      default -> {
        // the original procedure's form has no further rule
      }
    }
  }
}
