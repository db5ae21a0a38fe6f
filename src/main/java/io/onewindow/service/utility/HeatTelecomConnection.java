package io.onewindow.service.utility;

import io.onewindow.casefile.CaseFile;
import io.onewindow.desk.Reception;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** What the model {@code heat-telecom-connection} asks of its service. */
@Component("heatTelecomConnection")
public class HeatTelecomConnection {

  private final Reception reception;
  private final CaseFile caseFile;

  HeatTelecomConnection(Reception reception, CaseFile caseFile) {
    this.reception = reception;
    this.caseFile = caseFile;
  }

  /** Begins for a joint application, which has checked what it hands in. */
  public void received(DelegateExecution execution) {
    reception.calledPart(execution, List.of());
  }

  /** The contract is signed: that is the result. */
  public void issue(DelegateExecution execution) {
    String name = Utility.of(execution.getVariable("utility")).label() + "合同";
    caseFile.resultIssued(execution, name, (String) execution.getVariable("contractNo"));
  }
}
