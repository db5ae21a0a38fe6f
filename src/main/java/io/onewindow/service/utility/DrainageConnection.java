package io.onewindow.service.utility;

import io.onewindow.casefile.CaseFile;
import io.onewindow.desk.Reception;
import io.onewindow.problem.Problem;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** What the model {@code drainage-connection} asks of its service. */
@Component("drainageConnection")
public class DrainageConnection {

  private static final String NUMBER = "drainageNo";

  private final Reception reception;
  private final DrainageRules rules;
  private final CaseFile caseFile;

  DrainageConnection(Reception reception, DrainageRules rules, CaseFile caseFile) {
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
    reception.receive(execution, form -> rules.violations(form, place), "projectName");
  }

  /**
   * Sends the applicant, unasked, what lies around the site and what the officer advises (主动告知). It
   * goes out with every conclusion, also where the plan has faults.
   */
  public void inform(DelegateExecution execution) {
    caseFile.informed(
        execution,
        "周边排水设施情况："
            + execution.getVariable("drainageSurroundings")
            + "\n排水方案咨询意见："
            + execution.getVariable("drainageAdvice"));
  }

  /** Issues the opinion that the site may be connected, under a number of its own. */
  public void issue(DelegateExecution execution) {
    String number = execution.getProcessBusinessKey() + "-P1";
    execution.setVariable(NUMBER, number);
    caseFile.resultIssued(execution, "排水接入意见书", number);
  }
}
