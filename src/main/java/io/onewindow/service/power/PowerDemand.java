package io.onewindow.service.power;

import io.onewindow.problem.Problem;
import io.onewindow.service.FormValues;
import java.util.List;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.stereotype.Component;

/** The rules of both power services, for a service that asks on their behalf and calls them. */
@Component
public class PowerDemand {

  private static final String LOW = "low";

  private final LowVoltageRules low;
  private final HighVoltageRules high;
  private final PowerLineRules line;
  private final LowVoltageCategory category;

  PowerDemand(
      LowVoltageRules low,
      HighVoltageRules high,
      PowerLineRules line,
      LowVoltageCategory category) {
    this.low = low;
    this.high = high;
    this.line = line;
    this.category = category;
  }

  /**
   * @param demand with the fields of the start forms and {@code voltage}, which is {@code low} or a
   *     high voltage
   * @param jurisdiction whose plan says in which unit a capacity counts
   * @return the fields that the called service would refuse
   */
  public List<Problem.Field> violations(VariableScope demand, String jurisdiction) {
    return isLow(demand)
        ? low.violations(demand, jurisdiction)
        : high.violations(demand, jurisdiction);
  }

  /**
   * @param demand with the fields of a line's form, too
   * @return the fields about the outer line that {@code power-line-permit} would refuse
   */
  public List<Problem.Field> lineViolations(VariableScope demand, String jurisdiction) {
    FormValues form = new FormValues(demand);
    line.lineOfConnection(form, jurisdiction, isLow(demand));
    return form.refused();
  }

  /**
   * @param demand with {@code plannedStart}, the day on which all lines are to be dug
   * @return {@code plannedStart} where the way chosen to file the line does not allow that day
   */
  public List<Problem.Field> startViolations(VariableScope demand, String jurisdiction) {
    FormValues form = new FormValues(demand);
    line.start(form, jurisdiction);
    return form.refused();
  }

  /** {@code low} or {@code high}, as the rules for lines distinguish. */
  public String lineVoltage(VariableScope demand) {
    return isLow(demand) ? LOW : "high";
  }

  /** Whether the customer is an enterprise under the “三零” service, before its part began. */
  public boolean isThreeZero(VariableScope demand, String jurisdiction) {
    return isLow(demand) && category.isThreeZero(demand, jurisdiction);
  }

  private static boolean isLow(VariableScope demand) {
    return LOW.equals(demand.getVariable("voltage"));
  }
}
