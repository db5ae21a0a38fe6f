package io.onewindow.service.utility;

import io.onewindow.casefile.CaseFile;
import io.onewindow.desk.Reception;
import io.onewindow.desk.TaskCheck;
import io.onewindow.problem.Problem;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** The faults of a drainage plan are told once, and only once (一次性告知). */
@Component
class DrainageChecks implements TaskCheck {

  private final UtilityScope scope;
  private final CaseFile caseFile;

  DrainageChecks(UtilityScope scope, CaseFile caseFile) {
    this.scope = scope;
    this.caseFile = caseFile;
  }

  @Override
  public List<Problem.Field> violations(DelegateTask task) {
    if (!task.getTaskDefinitionKey().equals("userTask_connectDrainage")
        || !"problems".equals(task.getVariable("planDecision"))) {
      return List.of();
    }
    if (Boolean.TRUE.equals(task.getVariable(Reception.CALLED))) {
      return List.of(
          new Problem.Field(
              "planDecision",
              "方案能否接入",
              "联合报装的方案问题已在联合踏勘时一次性告知，不得再次提出；请选择可以接入或不具备接入条件（"
                  + scope.clause(Utility.DRAINAGE, task.getTenantId())
                  + "）"));
    }
    caseFile.refuseSecondNotice(task.getExecution().getProcessBusinessKey());
    return List.of();
  }
}
