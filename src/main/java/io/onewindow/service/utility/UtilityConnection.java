package io.onewindow.service.utility;

import io.onewindow.casefile.CaseFile;
import io.onewindow.desk.Reception;
import io.onewindow.problem.Problem;
import io.onewindow.service.power.PowerDemand;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** What the model {@code utility-connection} asks of its service. */
@Component("utilityConnection")
public class UtilityConnection {

  /** Variable with the ids of all that is to be connected. */
  static final String UTILITIES = "utilities";

  /** Variable with the ids of those that look at the plan in this round. */
  private static final String SURVEYING = "surveying";

  private final Reception reception;
  private final JointRules rules;
  private final UtilityScope scope;
  private final PowerDemand power;
  private final CaseFile caseFile;
  private final Clock time;

  UtilityConnection(
      Reception reception,
      JointRules rules,
      UtilityScope scope,
      PowerDemand power,
      CaseFile caseFile,
      Clock time) {
    this.reception = reception;
    this.rules = rules;
    this.scope = scope;
    this.power = power;
    this.caseFile = caseFile;
    this.time = time;
  }

  /**
   * Checks a new application, or what a project's single form brings, and opens its case file.
   *
   * @throws Problem 400 with every field that is wrong; then no case comes into being
   */
  public void received(DelegateExecution execution) {
    String place = execution.getTenantId();
    reception.receive(execution, form -> rules.violations(form, place), "projectName");
    List<Utility> wanted =
        "choice".equals(execution.getVariable("offer"))
            ? JointRules.wanted(execution)
            : scope.all(place, (String) execution.getVariable(SingleForm.VARIABLE));
    remember(execution, UTILITIES, wanted);
    remember(execution, SURVEYING, wanted);
    JointVariables.prepare(execution);
  }

  private static void remember(DelegateExecution execution, String name, List<Utility> utilities) {
    execution.setVariable(name, new ArrayList<>(utilities.stream().map(Utility::id).toList()));
  }

  /** Chinese name of a utility. */
  public String name(String utility) {
    return Utility.of(utility).label();
  }

  /** One utility has looked: its faults stand beside those of the others until all have. */
  public void surveyed(DelegateExecution execution) {
    Utility utility = Utility.of(execution.getVariable("utility"));
    boolean fine = "ok".equals(execution.getVariable("surveyResult"));
    execution
        .getProcessInstance()
        .setVariable(
            utility.problemsVariable(), fine ? null : execution.getVariable("surveyProblems"));
  }

  /** Whether anybody found a fault. */
  public boolean hasProblems(DelegateExecution execution) {
    return !withProblems(execution).isEmpty();
  }

  /** Every fault of the plan, one a line, with who found it. */
  public String problems(DelegateExecution execution) {
    return JointVariables.lines(
        withProblems(execution).stream()
            .flatMap(
                utility ->
                    utility
                        .problems(execution)
                        .lines()
                        .map(line -> utility.label() + "：" + line.strip())));
  }

  /** The plan was revised: those look again who found faults, and nobody else. */
  public void surveyAgain(DelegateExecution execution) {
    List<Utility> again = withProblems(execution);
    remember(execution.getProcessInstance(), SURVEYING, again);
    if (again.contains(Utility.POWER)) {
      JointVariables.forgetPowerPlan(execution.getProcessInstance());
    }
  }

  private static List<Utility> withProblems(DelegateExecution execution) {
    return Utility.chosen(execution).stream()
        .filter(utility -> !utility.problems(execution).isBlank())
        .toList();
  }

  /** What the survey found for each utility, one a line. */
  public String surveys(DelegateExecution execution) {
    return JointVariables.surveys(execution);
  }

  /** What the shared line needs permits for. */
  public String permitMatters(DelegateExecution execution) {
    return PermitMatters.of(execution);
  }

  /** Whether water or gas is among those that need an outer line: then four days are promised. */
  public boolean waterGasLine(DelegateExecution execution) {
    return OuterLines.ofWaterOrGas(execution);
  }

  /** {@code yes} where any utility but power needs an outer line. */
  public String otherLines(DelegateExecution execution) {
    return OuterLines.ofOthers(execution) ? "yes" : "no";
  }

  /** {@code yes} where power needs an outer line, permitted by its own rules. */
  public String powerLine(DelegateExecution execution) {
    return OuterLines.ofPower(execution) ? "yes" : "no";
  }

  /** {@code low} or {@code high}. */
  public String lineVoltage(DelegateExecution execution) {
    return power.lineVoltage(execution);
  }

  /** {@code yes} for an enterprise under the “三零” service, whose line may be exempt. */
  public String threeZero(DelegateExecution execution) {
    return OuterLines.ofPower(execution) && power.isThreeZero(execution, execution.getTenantId())
        ? "yes"
        : "no";
  }

  /** What is to be heated, in words for whoever connects it. */
  public String heatText(DelegateExecution execution) {
    return DemandText.heat(execution);
  }

  /** Who is to connect how many, in words. */
  public String telecomText(DelegateExecution execution) {
    return DemandText.telecom(execution);
  }

  /** Whether that part is called for this case. */
  public boolean connects(DelegateExecution execution, String part) {
    return JointVariables.connects(execution, part);
  }

  /** {@code water}, {@code gas} or {@code both}. */
  public String supplyKind(DelegateExecution execution) {
    return JointVariables.supplyKind(execution);
  }

  /** {@code yes} where water or gas has an outer line. */
  public String outerLine(DelegateExecution execution) {
    return waterGasLine(execution) ? "yes" : "no";
  }

  /** {@code yes} where the customer lays pipes for water or gas. */
  public String customerWorks(DelegateExecution execution) {
    return Utility.chosen(execution).stream()
            .filter(utility -> utility == Utility.WATER || utility == Utility.GAS)
            .anyMatch(utility -> utility.hasCustomerWorks(execution))
        ? "yes"
        : "no";
  }

  /**
   * When the parts begin. What a plan counts from the application for power (次日接电) counts from
   * here: what the joint application did before is no part of the grid's.
   */
  public Date now() {
    return Date.from(time.instant());
  }

  /** Whether a line for power was built outside the site. */
  public boolean hasPowerLine(DelegateExecution execution) {
    return "yes".equals(execution.getVariable("powerLineBuilt"));
  }

  /** Everything is connected, or said why not: one list of all results. */
  public void issue(DelegateExecution execution) {
    String number = execution.getProcessBusinessKey() + "-B1";
    execution.setVariable("jointResultNo", number);
    execution.setVariable("jointResults", JointVariables.results(execution));
    caseFile.resultIssued(execution, "联合报装结果清单", number);
  }
}
