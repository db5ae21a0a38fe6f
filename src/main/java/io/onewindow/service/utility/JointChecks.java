package io.onewindow.service.utility;

import io.onewindow.desk.TaskCheck;
import io.onewindow.problem.Problem;
import io.onewindow.service.FormValues;
import io.onewindow.service.SinceReceipt;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** What the forms of a joint application must satisfy beyond their rules. */
@Component
class JointChecks implements TaskCheck {

  private final SinceReceipt sinceReceipt;
  private final SurveyRules survey;
  private final SharedPlanRules plan;

  JointChecks(SinceReceipt sinceReceipt, SurveyRules survey, SharedPlanRules plan) {
    this.sinceReceipt = sinceReceipt;
    this.survey = survey;
    this.plan = plan;
  }

  @Override
  public List<Problem.Field> violations(DelegateTask task) {
    String model = TaskCheck.modelOf(task);
    FormValues form = new FormValues(task);
    switch (model + " " + task.getTaskDefinitionKey()) {
      case "utility-connection userTask_organiseVisit" ->
          sinceReceipt.check(task, form, "visitDate", "踏勘日期");
      case "utility-connection userTask_survey" -> {
        return survey.violations(task, form);
      }
      case "utility-connection userTask_sharePlan" -> {
        return plan.violations(task, form);
      }
      case "utility-line-works userTask_jointWorks", "utility-line-works userTask_customerWorks" ->
          sinceReceipt.check(task, form, "worksDoneOn", "完工日期");
      case "utility-line-works userTask_checkTogether" ->
          sinceReceipt.check(task, form, "checkedOn", "核验日期");
      case "heat-telecom-connection userTask_connect" ->
          sinceReceipt.check(task, form, "connectedOn", "接入日期");
      default -> {
        // no form of ours, or one without a further rule
      }
    }
    return form.refused();
  }
}
