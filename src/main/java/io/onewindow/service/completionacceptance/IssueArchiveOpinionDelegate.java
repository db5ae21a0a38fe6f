package io.onewindow.service.completionacceptance;

import io.onewindow.casefile.CaseFile;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Issues the opinion on the archive at once where the builder has committed to hand it in
 * (聊政发〔2021〕7号 附件二(七), 莘政发〔2021〕28号 附件二(七), 宁政发〔2021〕8号 附件·工程建设项目审批制度改革8).
 */
@Component("issueArchiveOpinionDelegate")
class IssueArchiveOpinionDelegate implements JavaDelegate {

  private final CaseFile caseFile;

  IssueArchiveOpinionDelegate(CaseFile caseFile) {
    this.caseFile = caseFile;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String number = execution.getProcessBusinessKey() + "-D1";
    execution.setVariable("archiveOpinionNo", number);
    caseFile.resultIssued(execution, "建设工程档案验收意见书（告知承诺）", number);
  }
}
