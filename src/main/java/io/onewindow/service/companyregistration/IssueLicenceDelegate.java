package io.onewindow.service.companyregistration;

import io.onewindow.casefile.CaseFile;
import java.time.Clock;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Issues the licence: gives the company its unified social credit code and the date of today. */
@Component("issueLicenceDelegate")
class IssueLicenceDelegate implements JavaDelegate {

  private final LicenceNumbers numbers;
  private final CaseFile caseFile;
  private final Clock time;

  IssueLicenceDelegate(LicenceNumbers numbers, CaseFile caseFile, Clock time) {
    this.numbers = numbers;
    this.caseFile = caseFile;
    this.time = time;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String receiptNo = execution.getProcessBusinessKey();
    String entityType = (String) execution.getVariable("entityType");
    String licenceNo = numbers.next(entityType, receiptNo);
    execution.setVariable("licenceNo", licenceNo);
    execution.setVariable("licenceIssuedAt", Date.from(time.instant()));
    caseFile.resultIssued(execution, "营业执照", licenceNo);
  }
}
