package io.onewindow.service.utility;

import io.onewindow.casefile.CaseFile;
import io.onewindow.desk.TaskCheck;
import io.onewindow.problem.Problem;
import io.onewindow.service.FormValues;
import io.onewindow.service.SinceReceipt;
import io.onewindow.service.power.PowerDemand;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** What the forms of a joint application must satisfy beyond their rules. */
@Component
class JointChecks implements TaskCheck {

  private final SinceReceipt sinceReceipt;
  private final PowerDemand power;
  private final SimplifiedProcedure simplified;
  private final CaseFile caseFile;
  private final Clock time;

  JointChecks(
      SinceReceipt sinceReceipt,
      PowerDemand power,
      SimplifiedProcedure simplified,
      CaseFile caseFile,
      Clock time) {
    this.sinceReceipt = sinceReceipt;
    this.power = power;
    this.simplified = simplified;
    this.caseFile = caseFile;
    this.time = time;
  }

  @Override
  public List<Problem.Field> violations(DelegateTask task) {
    String model = TaskCheck.modelOf(task);
    FormValues form = new FormValues(task);
    switch (model + " " + task.getTaskDefinitionKey()) {
      case "utility-connection userTask_organiseVisit" ->
          sinceReceipt.check(task, form, "visitDate", "踏勘日期");
      case "utility-connection userTask_survey" -> {
        return survey(task, form);
      }
      case "utility-connection userTask_sharePlan" -> sharedPlan(task, form);
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

  /** What the called services will ask is asked here by the same rules, so that none can refuse. */
  private List<Problem.Field> survey(DelegateTask task, FormValues form) {
    List<Problem.Field> refused = new ArrayList<>();
    switch (Utility.of(task.getVariable("utility"))) {
      case WATER -> WaterGasRules.water(form);
      case GAS -> WaterGasRules.gas(form);
      case DRAINAGE -> DrainageRules.demand(form);
      case POWER -> refused.addAll(power.violations(task, task.getTenantId()));
      default -> {
        // heat and telecom are described in words
      }
    }
    refused.addAll(form.refused());
    if (form.is("surveyResult", "problems")) {
      caseFile.refuseSecondNotice(task.getExecution().getProcessBusinessKey());
    }
    return refused;
  }

  private void sharedPlan(DelegateTask task, FormValues form) {
    boolean line = form.is("jointLine", "yes");
    boolean needed =
        Utility.chosen(task).stream()
            .filter(utility -> utility != Utility.POWER)
            .anyMatch(utility -> utility.needsLine(task));
    if (line != needed) {
      form.refuse(
          "jointLine", "是否要办外线审批", needed ? "应为要：有专营单位在联合踏勘时提出需要外线工程" : "应为不要：各专营单位在联合踏勘时均未提出外线工程");
    }
    if (!line) {
      return;
    }
    if (form.is("worksBy", "none")) {
      form.refuse("worksBy", "由谁施工", "有外线工程的，应为专营单位或用户");
    }
    form.positive("lineLength", "外线长度（米）", PermitMatters.LINE_RULE);
    PermitMatters.check(task, form, LocalDate.now(time));
    simplified.check(task, form);
  }
}
