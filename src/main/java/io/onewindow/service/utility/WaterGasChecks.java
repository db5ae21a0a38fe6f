package io.onewindow.service.utility;

import io.onewindow.desk.TaskCheck;
import io.onewindow.problem.Problem;
import io.onewindow.service.FormValues;
import io.onewindow.service.SinceReceipt;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** What the utilities' own forms must satisfy beyond their rules. */
@Component
class WaterGasChecks implements TaskCheck {

  private final SinceReceipt sinceReceipt;
  private final DecisionService decisions;
  private final Clock time;

  WaterGasChecks(SinceReceipt sinceReceipt, DecisionService decisions, Clock time) {
    this.sinceReceipt = sinceReceipt;
    this.decisions = decisions;
    this.time = time;
  }

  @Override
  public List<Problem.Field> violations(DelegateTask task) {
    if (!task.getProcessDefinitionId().startsWith("water-gas-connection:")) {
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
    form.positive("lineLength", "外线长度（米）");
    PermitMatters.check(task, form, LocalDate.now(time));
    if (form.is("simplifiedProcedure", "yes") && !isOffered(task.getTenantId())) {
      form.refuse(
          "simplifiedProcedure",
          "是否小型接入工程、按简易程序审批",
          "本辖区方案没有简易审批程序，应选“否”；只有河口区推行（东河政发〔2021〕3号 二(四)3）");
    }
  }

  private boolean isOffered(String jurisdiction) {
    return !decisions
        .evaluateDecisionTableByKey("water-gas-simplified")
        .variables(Map.of("jurisdiction", jurisdiction))
        .evaluate()
        .isEmpty();
  }
}
