package io.onewindow.desk;

import io.onewindow.casefile.CaseFile;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Hands the result to an applicant who chose electronic delivery: it lies on the case's page. */
@Component("deliverElectronicallyDelegate")
class DeliverElectronicallyDelegate implements JavaDelegate {

  private final CaseFile caseFile;

  DeliverElectronicallyDelegate(CaseFile caseFile) {
    this.caseFile = caseFile;
  }

  @Override
  public void execute(DelegateExecution execution) {
    caseFile.handedOut(execution);
  }
}
