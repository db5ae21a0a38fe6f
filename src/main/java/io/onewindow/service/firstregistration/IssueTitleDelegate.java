package io.onewindow.service.firstregistration;

import io.onewindow.casefile.CaseFile;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Enters the estate into the register and issues the title (不动产登记暂行条例第二十一条). */
@Component("issueTitleDelegate")
class IssueTitleDelegate implements JavaDelegate {

  private final RegisteredOpinions registered;
  private final CaseFile caseFile;

  IssueTitleDelegate(RegisteredOpinions registered, CaseFile caseFile) {
    this.registered = registered;
    this.caseFile = caseFile;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String number = execution.getProcessBusinessKey() + "-Q1";
    registered.add(execution, RegistrationRules.opinion(execution), number);
    execution.setVariable("titleNo", number);
    caseFile.resultIssued(execution, "不动产权证书", number);
  }
}
