package io.onewindow.desk;

import io.onewindow.casefile.CaseFile;
import io.onewindow.problem.Problem;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** The window may tell an applicant what is missing once, and only once (一次性告知). */
@Component
class MaterialsCheck implements TaskCheck {

  static final String TASK = "userTask_checkMaterials";
  static final String DECISION = "materialsDecision";
  static final String NOTICE = "notice";

  private final CaseFile caseFile;

  MaterialsCheck(CaseFile caseFile) {
    this.caseFile = caseFile;
  }

  @Override
  public List<Problem.Field> violations(DelegateTask task) {
    if (task.getTaskDefinitionKey().equals(TASK) && NOTICE.equals(task.getVariable(DECISION))) {
      caseFile.refuseSecondNotice(task.getExecution().getProcessBusinessKey());
    }
    return List.of();
  }
}
