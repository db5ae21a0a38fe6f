package io.onewindow.desk;

import io.onewindow.casefile.CaseFile;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Issues the one-time notice (一次性告知书) with every missing item, under 行政许可法第三十二条. */
@Component("issueNoticeDelegate")
class IssueNoticeDelegate implements JavaDelegate {

  private final CaseFile caseFile;

  IssueNoticeDelegate(CaseFile caseFile) {
    this.caseFile = caseFile;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String missing = (String) execution.getVariable("missingItems");
    execution.setVariable("noticeNo", caseFile.notice(execution, missing));
  }
}
