package io.onewindow.service.utility;

import java.util.Arrays;
import java.util.List;
import org.camunda.bpm.engine.delegate.VariableScope;

/** What a site can be connected to in one application. */
enum Utility {
  WATER("water", "供水", "wantWater"),
  GAS("gas", "供气", "wantGas"),
  DRAINAGE("drainage", "排水", "wantDrainage"),
  POWER("power", "供电", "wantPower"),
  HEAT("heat", "供热", "wantHeat"),
  TELECOM("telecom", "通信", "wantTelecom");

  private static final String YES = "yes";

  private final String id;
  private final String label;
  private final String wish;

  Utility(String id, String label, String wish) {
    this.id = id;
    this.label = label;
    this.wish = wish;
  }

  /** As forms and models call it. */
  String id() {
    return id;
  }

  String label() {
    return label;
  }

  /** The form's box for it. */
  String wish() {
    return wish;
  }

  static Utility of(Object id) {
    return Arrays.stream(values())
        .filter(utility -> utility.id.equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no utility " + id));
  }

  /** What the case is about, as the application chose it. */
  static List<Utility> chosen(VariableScope theCase) {
    return ((List<?>) theCase.getVariable(UtilityConnection.UTILITIES))
        .stream().map(Utility::of).toList();
  }

  /** Whether the survey found that it needs a line outside the site. */
  boolean needsLine(VariableScope theCase) {
    return YES.equals(theCase.getVariable(lineVariable()));
  }

  /** The survey's field for it. */
  String lineVariable() {
    return id + "OuterLine";
  }

  /** Whether part of the works is the customer's own. */
  boolean hasCustomerWorks(VariableScope theCase) {
    return YES.equals(theCase.getVariable(id + "CustomerWorks"));
  }

  /** What is wrong with the plan in the eyes of this utility; empty for nothing. */
  String problems(VariableScope theCase) {
    Object problems = theCase.getVariable(problemsVariable());
    return problems == null ? "" : problems.toString();
  }

  String problemsVariable() {
    return id + "Problems";
  }
}
