package io.onewindow.sandbox;

import io.onewindow.casefile.CaseFile;
import io.onewindow.desk.TaskCheck;
import io.onewindow.engine.Caller;
import io.onewindow.engine.Callers;
import io.onewindow.problem.Problem;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Notes who wants to tell an applicant a second time, before the desk refuses it without a trace.
 */
@Component
@Profile("sandbox")
@Order(Ordered.HIGHEST_PRECEDENCE)
class SecondNotices implements TaskCheck {

  private final Drills drills;
  private final CaseFile files;
  private final Callers callers;

  SecondNotices(Drills drills, CaseFile files, Callers callers) {
    this.drills = drills;
    this.files = files;
    this.callers = callers;
  }

  @Override
  public List<Problem.Field> violations(DelegateTask task) {
    String receiptNo = task.getExecution().getProcessBusinessKey();
    boolean notice =
        task.getTaskDefinitionKey().equals("userTask_checkMaterials")
            && "notice".equals(task.getVariable("materialsDecision"));
    if (notice && files.notice(receiptNo).isPresent()) {
      drills
          .caseOf(receiptNo)
          .filter(found -> isCaller(found.drill().trainee()))
          .ifPresent(found -> found.theCase().wantsSecondNotice());
    }
    return List.of();
  }

  private boolean isCaller(String trainee) {
    return callers.current().map(Caller::id).filter(trainee::equals).isPresent();
  }
}
