package io.onewindow.service.firstregistration;

import io.onewindow.casefile.CaseFile;
import io.onewindow.desk.Reception;
import io.onewindow.problem.Problem;
import io.onewindow.service.AskedWithAcceptance;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** What the model {@code first-property-registration} asks of its service. */
@Component("firstRegistration")
public class FirstRegistration {

  /** Keeps which joint opinion a registration rests on, so that none is registered twice. */
  static final String OPINION = "registeredOpinion";

  private static final String HANDOVER = "handover";
  private static final String RULE = "《不动产登记暂行条例》第十七条：不动产登记机构未当场书面告知申请人不予受理的，视为受理";

  private final Reception reception;
  private final RegistrationRules rules;
  private final CaseFile caseFile;
  private final Clock time;

  FirstRegistration(Reception reception, RegistrationRules rules, CaseFile caseFile, Clock time) {
    this.reception = reception;
    this.rules = rules;
    this.caseFile = caseFile;
    this.time = time;
  }

  /**
   * Checks a new application and opens its case file.
   *
   * @throws Problem 400 with every field that is wrong; then no case comes into being
   */
  public void received(DelegateExecution execution) {
    String place = execution.getTenantId();
    reception.receive(execution, form -> rules.violations(form, place), "projectName");
    boolean together = AskedWithAcceptance.CHANNEL.equals(execution.getVariable(CaseFile.CHANNEL));
    String opinion = RegistrationRules.opinion(execution);
    execution.setVariable("origin", together ? "acceptance" : "window");
    execution.setVariable(OPINION, opinion);
    execution.setVariable("registrationReason", null);
    if (together) {
      caseFile.linked(execution, "由联合竣工验收办件 " + RegistrationRules.receiptOf(opinion) + " 同步发起");
    }
  }

  /** Nobody said in time that the application is not accepted. */
  public void deemedAccepted(DelegateExecution execution) {
    caseFile.deemedAccepted(execution, RULE);
  }

  /**
   * The time to register in: what the table gives, or until the day of the handover; one day at
   * least, should that day have passed.
   */
  public String term(DelegateExecution execution) {
    String term = (String) execution.getVariable("registrationTerm");
    if (!HANDOVER.equals(term)) {
      return term;
    }
    LocalDate handover = LocalDate.parse((String) execution.getVariable("handoverOn"));
    return Math.max(1, ChronoUnit.DAYS.between(LocalDate.now(time), handover)) + " CALENDAR_DAY";
  }
}
