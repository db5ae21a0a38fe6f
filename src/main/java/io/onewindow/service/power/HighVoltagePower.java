package io.onewindow.service.power;

import io.onewindow.desk.Reception;
import io.onewindow.problem.Problem;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** What the model {@code high-voltage-power} asks of its service. */
@Component("highVoltagePower")
public class HighVoltagePower {

  private final Reception reception;
  private final HighVoltageRules rules;
  private final CalledPower called;

  HighVoltagePower(Reception reception, HighVoltageRules rules, CalledPower called) {
    this.reception = reception;
    this.rules = rules;
    this.called = called;
  }

  /**
   * Checks a new application and opens its case file.
   *
   * @throws Problem 400 with every field that is wrong; then no case comes into being
   */
  public void received(DelegateExecution execution) {
    String place = execution.getTenantId();
    reception.receive(
        execution,
        form ->
            called.isCalled(execution)
                ? rules.handedInViolations(form, place)
                : rules.violations(form, place),
        "enterpriseName");
    called.startClock(execution);
  }

  /** Whether a caller's joint survey answered the supply plan already. */
  public boolean isPlanAnswered(DelegateExecution execution) {
    return called.isPlanAnswered(execution);
  }

  /** Whether a caller had the outer line permitted and dug together with other lines. */
  public boolean isLineDug(DelegateExecution execution) {
    return called.isLineDug(execution);
  }

  /** What the plan offers this customer, one measure a line. */
  public String measuresText(DelegateExecution execution) {
    List<?> measures = (List<?>) execution.getVariable("measures");
    return measures.isEmpty()
        ? "没有另外适用的措施"
        : String.join("；\n", measures.stream().map(Object::toString).toList());
  }
}
