package io.onewindow.service.companyregistration;

import java.time.Clock;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Issues the licence: gives the company its unified social credit code and the date of today. */
@Component("issueLicenceDelegate")
class IssueLicenceDelegate implements JavaDelegate {

  private final LicenceNumbers numbers;
  private final Clock time;

  IssueLicenceDelegate(LicenceNumbers numbers, Clock time) {
    this.numbers = numbers;
    this.time = time;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String receiptNo = execution.getProcessBusinessKey();
    String entityType = (String) execution.getVariable("entityType");
    execution.setVariable("licenceNo", numbers.next(entityType, receiptNo));
    execution.setVariable("licenceIssuedAt", Date.from(time.instant()));
  }
}
