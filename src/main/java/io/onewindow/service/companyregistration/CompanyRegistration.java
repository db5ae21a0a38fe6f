package io.onewindow.service.companyregistration;

import io.onewindow.desk.Reception;
import io.onewindow.problem.Problem;
import java.util.Arrays;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** What the model {@code company-registration} asks of its service. */
@Component("companyRegistration")
public class CompanyRegistration {

  private final Reception reception;
  private final ApplicationRules rules;

  CompanyRegistration(Reception reception, ApplicationRules rules) {
    this.reception = reception;
    this.rules = rules;
  }

  /**
   * Checks a new application and opens its case file.
   *
   * @throws Problem 400 with every field that is wrong; then no case comes into being
   */
  public void received(DelegateExecution execution) {
    for (OpeningItem item : OpeningItem.values()) {
      if (!execution.hasVariable(item.variable())) {
        execution.setVariable(item.variable(), OpeningItem.NONE);
      }
    }
    reception.receive(execution, rules::violations, Parties::of);
    execution.setVariable("laterPass", false);
  }

  /** The reasons for a manual review, in one line; empty when there are none. */
  public String reasonsText(DelegateExecution execution) {
    List<?> reasons = (List<?>) execution.getVariable("reviewReasons");
    return String.join("；", reasons.stream().map(Object::toString).toList());
  }

  /** Whether the applicant wants an item that has not been dealt with yet. */
  public boolean hasLaterItems(DelegateExecution execution) {
    return any(execution, OpeningItem.LATER);
  }

  /** Whether the applicant wants an item now. */
  public boolean hasItemsNow(DelegateExecution execution) {
    return any(execution, OpeningItem.NOW);
  }

  /** Whether nothing but the licence has been done for the applicant. */
  public boolean nothingElseDone(DelegateExecution execution) {
    return !any(execution, OpeningItem.DONE);
  }

  private static boolean any(DelegateExecution execution, String choice) {
    return Arrays.stream(OpeningItem.values())
        .anyMatch(item -> choice.equals(execution.getVariable(item.variable())));
  }
}
