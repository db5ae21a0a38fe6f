package io.onewindow.service.completionacceptance;

import io.onewindow.casefile.CaseFile;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Issues the one opinion of all departments, and enters what it accepts and what is left to be
 * done.
 */
@Component("issueJointOpinionDelegate")
class IssueJointOpinionDelegate implements JavaDelegate {

  private final AcceptedSections sections;
  private final FacilityOpinions facilities;
  private final CaseFile caseFile;

  IssueJointOpinionDelegate(
      AcceptedSections sections, FacilityOpinions facilities, CaseFile caseFile) {
    this.sections = sections;
    this.facilities = facilities;
    this.caseFile = caseFile;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String number = execution.getProcessBusinessKey() + "-Y1";
    sections.add(execution, number);
    execution.setVariable("jointOpinionNo", number);
    facilities.add(execution, number);
    caseFile.resultIssued(execution, "联合验收意见书", number, new Opinions(execution).deferredInWords());
  }
}
