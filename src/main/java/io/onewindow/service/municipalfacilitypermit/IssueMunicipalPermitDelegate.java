package io.onewindow.service.municipalfacilitypermit;

import io.onewindow.casefile.CaseFile;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Issues the one decision on all matters (统一出件). A case that asks again gets the next number. */
@Component("issueMunicipalPermitDelegate")
class IssueMunicipalPermitDelegate implements JavaDelegate {

  private final CaseFile caseFile;

  IssueMunicipalPermitDelegate(CaseFile caseFile) {
    this.caseFile = caseFile;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String number = caseFile.nextResultNo(execution, "S");
    execution.setVariable("permitNo", number);
    execution.setVariable(MunicipalFacilityPermit.GRANTED, true);
    caseFile.resultIssued(execution, "市政设施建设类审批决定书", number);
  }
}
