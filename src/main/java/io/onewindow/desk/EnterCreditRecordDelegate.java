package io.onewindow.desk;

import io.onewindow.casefile.material.CreditRecords;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Enters a duty that was found broken into the applicant's credit record. */
@Component("enterCreditRecordDelegate")
class EnterCreditRecordDelegate implements JavaDelegate {

  private final CreditRecords records;

  EnterCreditRecordDelegate(CreditRecords records) {
    this.records = records;
  }

  @Override
  public void execute(DelegateExecution execution) {
    records.enter(
        execution.getProcessBusinessKey(),
        text(execution, "applicantId"),
        text(execution, "dutyName") + "，逾期未履行：" + text(execution, "judgementReason"),
        text(execution, "dutyText"));
  }

  private static String text(DelegateExecution execution, String name) {
    return (String) execution.getVariable(name);
  }
}
