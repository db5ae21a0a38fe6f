package io.onewindow.service.realestatefiling;

import io.onewindow.casefile.CaseFile;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Issues the proof of the filing and leaves to be taken over what could not be yet. */
@Component("issueFilingDelegate")
class IssueFilingDelegate implements JavaDelegate {

  /** Keeps which joint opinion is filed, so that none is filed twice. */
  static final String FILED_OPINION = "filedOpinion";

  private final CaseFile caseFile;

  IssueFilingDelegate(CaseFile caseFile) {
    this.caseFile = caseFile;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String number = execution.getProcessBusinessKey() + "-F1";
    List<String> deferred =
        new Facilities(execution)
            .with("handover", Facilities.DEFERRED).stream().map(Participant::group).toList();
    execution.setVariable("filingNo", number);
    execution.setVariable(
        FILED_OPINION, String.valueOf(execution.getVariable("jointAcceptanceNo")).strip());
    execution.setVariable("deferredFacilities", new ArrayList<>(deferred));
    caseFile.resultIssued(execution, "房地产开发项目竣工综合验收备案证明", number);
  }
}
