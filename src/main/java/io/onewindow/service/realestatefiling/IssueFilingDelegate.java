package io.onewindow.service.realestatefiling;

import io.onewindow.casefile.CaseFile;
import io.onewindow.service.FormValues;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Issues the proof of the filing and leaves to be taken over what could not be yet. */
@Component("issueFilingDelegate")
class IssueFilingDelegate implements JavaDelegate {

  private final FiledOpinions filed;
  private final CaseFile caseFile;

  IssueFilingDelegate(FiledOpinions filed, CaseFile caseFile) {
    this.filed = filed;
    this.caseFile = caseFile;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String number = execution.getProcessBusinessKey() + "-F1";
    List<String> deferred =
        new Facilities(execution)
            .with("handover", Facilities.DEFERRED).stream().map(Participant::group).toList();
    execution.setVariable("filingNo", number);
    filed.add(execution, new FormValues(execution).text("jointAcceptanceNo"), number);
    execution.setVariable("deferredFacilities", new ArrayList<>(deferred));
    caseFile.resultIssued(execution, "房地产开发项目竣工综合验收备案证明", number);
  }
}
