package io.onewindow.desk;

import io.onewindow.casefile.CaseFile;
import io.onewindow.casefile.CaseParty;
import io.onewindow.casefile.Opening;
import io.onewindow.engine.CalledPart;
import io.onewindow.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.stereotype.Component;

/**
 * Takes an application in: the one way in which every service begins. A service that another one
 * calls works on the caller's case: it checks what it was handed by the same rules, and opens no
 * file of its own.
 */
@Component
public class Reception {

  /**
   * Variable of every service: whether another service called it. A model asks it before it hands
   * out, which is the caller's to do.
   */
  public static final String CALLED = "called";

  private final TaskDesk desk;
  private final CaseFile caseFile;
  private final Filing filing;

  Reception(TaskDesk desk, CaseFile caseFile, Filing filing) {
    this.desk = desk;
    this.caseFile = caseFile;
    this.filing = filing;
  }

  /**
   * Checks a new application and opens its case file. The applicant is whom the form names as
   * {@code applicantName}.
   *
   * @param rules what the service asks beyond the form's own rules; asked only of a form that is in
   *     order by itself
   * @param subject variable that says what the case is about, e.g. the name of the company
   * @throws Problem 400 with every field that is wrong; then no case comes into being
   */
  public void receive(
      DelegateExecution execution,
      Function<VariableScope, List<Problem.Field>> rules,
      String subject) {
    receive(execution, rules, application -> usual(application, subject));
  }

  /**
   * The same for a service that knows of more parties than the applicant.
   *
   * @param opening what the case is to be found by; asked only of an application that is in order,
   *     and never where the service was called
   */
  public void receive(
      DelegateExecution execution,
      Function<VariableScope, List<Problem.Field>> rules,
      Function<VariableScope, Opening> opening) {
    boolean called = isCalled(execution);
    List<Problem.Field> refused =
        new ArrayList<>(
            called ? desk.handedInViolations(execution) : desk.startFormViolations(execution));
    if (refused.isEmpty()) {
      refused.addAll(filing.violations(execution));
      refused.addAll(rules.apply(execution));
    }
    refuse(refused);
    if (called) {
      execution.setVariable(CaseFile.JURISDICTION, execution.getTenantId());
    } else {
      caseFile.open(execution, filing.with(opening.apply(execution), execution));
      filing.record(execution);
    }
    execution.setVariable(CALLED, called);
  }

  /** Whether another service called this one. */
  public boolean isCalled(DelegateExecution execution) {
    return CalledPart.instances(execution).size() > 1;
  }

  /**
   * Begins a called service that is handed less than its application form asks.
   *
   * @param refused what is wrong with what it was handed
   * @throws Problem 400 with every field that is wrong; then the caller stays where it was
   */
  public void calledPart(DelegateExecution execution, List<Problem.Field> refused) {
    refuse(refused);
    execution.setVariable(CaseFile.JURISDICTION, execution.getTenantId());
    execution.setVariable(CALLED, true);
  }

  private static void refuse(List<Problem.Field> refused) {
    if (!refused.isEmpty()) {
      throw Problem.badFields(refused);
    }
  }

  /** What most forms name alike. */
  private static Opening usual(VariableScope application, String subject) {
    CaseParty applicant =
        new CaseParty(
            CaseParty.Role.APPLICANT,
            (String) application.getVariable("applicantName"),
            (String) application.getVariable("applicantIdNo"),
            (String) application.getVariable("applicantPhone"),
            (String) application.getVariable("deliveryEmail"));
    return new Opening((String) application.getVariable(subject), null, List.of(applicant));
  }
}
