package io.onewindow.service.power;

import io.onewindow.problem.Problem;
import java.util.List;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.stereotype.Component;

/** The rules of both power services, for a service that asks on their behalf and calls them. */
@Component
public class PowerDemand {

  private static final String LOW = "low";

  private final LowVoltageRules low;
  private final HighVoltageRules high;

  PowerDemand(LowVoltageRules low, HighVoltageRules high) {
    this.low = low;
    this.high = high;
  }

  /**
   * @param demand with the fields of the start forms and {@code voltage}, which is {@code low} or a
   *     high voltage
   * @param jurisdiction whose plan says in which unit a capacity counts
   * @return the fields that the called service would refuse
   */
  public List<Problem.Field> violations(VariableScope demand, String jurisdiction) {
    return LOW.equals(demand.getVariable("voltage"))
        ? low.violations(demand, jurisdiction)
        : high.violations(demand, jurisdiction);
  }
}
