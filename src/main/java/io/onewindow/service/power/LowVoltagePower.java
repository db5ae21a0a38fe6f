package io.onewindow.service.power;

import io.onewindow.desk.Reception;
import io.onewindow.problem.Problem;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** What the model {@code low-voltage-power} asks of its service. */
@Component("lowVoltagePower")
public class LowVoltagePower {

  /** What a residential customer's form does not show, and the decisions ask for all the same. */
  private static final List<String> OF_ENTERPRISES =
      List.of("creditCode", "registeredAddress", "groupCustomer", "directSupply");

  private final Reception reception;
  private final LowVoltageRules rules;
  private final CalledPower called;

  LowVoltagePower(Reception reception, LowVoltageRules rules, CalledPower called) {
    this.reception = reception;
    this.rules = rules;
    this.called = called;
  }

  /**
   * Checks a new application and opens its case file; called by another service, it checks what it
   * was handed, among it whether works are needed.
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
        "usageAddress");
    called.startClock(execution);
    for (String key : OF_ENTERPRISES) {
      if (execution.getVariable(key) == null) {
        execution.setVariable(key, "");
      }
    }
    if (execution.getVariable("cumulativeCapacity") == null) {
      execution.setVariable("cumulativeCapacity", execution.getVariable("capacity"));
    }
  }

  /** Whether a caller's joint survey answered the supply plan already. */
  public boolean isSurveyed(DelegateExecution execution) {
    return called.isCalled(execution) && rules.isSurveyed(execution, execution.getTenantId());
  }

  /** Whether a caller had the outer line permitted and dug together with other lines. */
  public boolean isLineDug(DelegateExecution execution) {
    return called.isLineDug(execution);
  }

  /** Whether the customer counts as a small business, and if not, why, in one line. */
  public String smallBusinessText(DelegateExecution execution) {
    List<?> unmet = (List<?>) execution.getVariable("smallBusinessUnmet");
    return unmet.isEmpty()
        ? "符合全部条件：低压接入，供电企业投资至电能表，用户零投资"
        : "不符合：" + String.join("；", unmet.stream().map(Object::toString).toList());
  }
}
