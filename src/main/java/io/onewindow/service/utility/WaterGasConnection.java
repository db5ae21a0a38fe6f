package io.onewindow.service.utility;

import io.onewindow.casefile.CaseFile;
import io.onewindow.desk.Reception;
import io.onewindow.problem.Problem;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** What the model {@code water-gas-connection} asks of its service. */
@Component("waterGasConnection")
public class WaterGasConnection {

  private final Reception reception;
  private final WaterGasRules rules;
  private final CaseFile caseFile;

  WaterGasConnection(Reception reception, WaterGasRules rules, CaseFile caseFile) {
    this.reception = reception;
    this.rules = rules;
    this.caseFile = caseFile;
  }

  /**
   * Checks a new application and opens its case file, or checks what a joint application hands in.
   *
   * @throws Problem 400 with every field that is wrong; then no case comes into being
   */
  public void received(DelegateExecution execution) {
    String place = execution.getTenantId();
    reception.receive(execution, form -> rules.violations(form, place), "worksAddress");
  }

  /** What the outer line needs permits for, as {@code municipal-facility-permit} reads it. */
  public String permitMatters(DelegateExecution execution) {
    return PermitMatters.of(execution);
  }

  /** The contract is signed: that is the result. */
  public void issue(DelegateExecution execution) {
    caseFile.resultIssued(execution, "供用水（气）合同", (String) execution.getVariable("contractNo"));
  }
}
