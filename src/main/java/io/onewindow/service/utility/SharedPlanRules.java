package io.onewindow.service.utility;

import io.onewindow.problem.Problem;
import io.onewindow.service.FormValues;
import io.onewindow.service.power.PowerDemand;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** What the plan that all utilities share must satisfy beyond the form's own rules. */
@Component
class SharedPlanRules {

  private final UtilityScope scope;
  private final SimplifiedProcedure simplified;
  private final PowerDemand power;
  private final Clock time;

  SharedPlanRules(
      UtilityScope scope, SimplifiedProcedure simplified, PowerDemand power, Clock time) {
    this.scope = scope;
    this.simplified = simplified;
    this.power = power;
    this.time = time;
  }

  List<Problem.Field> violations(DelegateTask task, FormValues form) {
    boolean line = form.is("jointLine", "yes");
    boolean needed = OuterLines.areNeeded(task);
    if (line != needed) {
      form.refuse(
          "jointLine",
          "是否有外线工程",
          needed ? "应为有：有专营单位在联合踏勘时提出需要外线工程（系统规则）" : "应为没有：各专营单位在联合踏勘时均未提出外线工程（系统规则）");
    }
    if (!line) {
      return form.refused();
    }
    if (form.is("worksBy", "none")) {
      form.refuse("worksBy", "由谁施工", "有外线工程的，应为专营单位或用户（系统规则）");
    }
    form.positive("jointLineLength", "外线开挖长度（米）", PermitMatters.LINE_RULE);
    if (!needed || OuterLines.ofOthers(task)) {
      PermitMatters.check(
          task, form, LocalDate.now(time), scope.mergedPermitClause(task.getTenantId()));
      simplified.check(task, form);
    }
    List<Problem.Field> refused = new ArrayList<>(form.refused());
    if (OuterLines.ofPower(task)
        && refused.stream().noneMatch(field -> field.key().equals("plannedStart"))) {
      // all lines are dug at one time, which the way of filing that power chose must allow
      refused.addAll(power.startViolations(task, task.getTenantId()));
    }
    return refused;
  }
}
