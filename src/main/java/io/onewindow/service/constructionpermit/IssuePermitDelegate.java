package io.onewindow.service.constructionpermit;

import io.onewindow.casefile.CaseFile;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Issues the one permit of all merged matters (建筑法第八条), and enters what it covers. */
@Component("issuePermitDelegate")
class IssuePermitDelegate implements JavaDelegate {

  private final IssuedPermits permits;
  private final CaseFile caseFile;

  IssuePermitDelegate(IssuedPermits permits, CaseFile caseFile) {
    this.permits = permits;
    this.caseFile = caseFile;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String number = execution.getProcessBusinessKey() + "-K1";
    permits.enter(execution, number);
    caseFile.resultIssued(execution, "建筑工程施工许可证", number);
  }
}
