package io.onewindow.service.constructionpermit;

import io.onewindow.casefile.CaseFile;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells the builder in writing that these works need no permit. */
@Component("issueExemptionDelegate")
class IssueExemptionDelegate implements JavaDelegate {

  private final IssuedPermits permits;
  private final CaseFile caseFile;

  IssueExemptionDelegate(IssuedPermits permits, CaseFile caseFile) {
    this.permits = permits;
    this.caseFile = caseFile;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String number = execution.getProcessBusinessKey() + "-M1";
    permits.exempt(execution, number);
    execution.setVariable("exemptionNo", number);
    caseFile.resultIssued(execution, "施工许可免办告知书", number);
  }
}
