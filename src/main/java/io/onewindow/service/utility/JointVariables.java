package io.onewindow.service.utility;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.VariableScope;

/** What the parts of a joint application are handed, and what they hand back. */
final class JointVariables {

  private static final String VOLTAGE = "voltage";
  private static final String LOW = "low";

  /** What a survey leaves out where it does not apply, and calls name all the same. */
  private static final List<String> LEFT_OUT =
      List.of(
          "registeredAddress",
          "cumulativeCapacity",
          "groupCustomer",
          "directSupply",
          "sharedPlan",
          "voltage",
          "worksNeeded",
          "powerOuterLine");

  private JointVariables() {}

  /** Says in the words of the power services who applies and where. */
  static void prepare(VariableScope theCase) {
    theCase.setVariable("enterpriseName", theCase.getVariable("builderName"));
    theCase.setVariable("creditCode", theCase.getVariable("builderCode"));
    theCase.setVariable("usageAddress", theCase.getVariable("worksAddress"));
    LEFT_OUT.forEach(name -> theCase.setVariable(name, null));
    for (Utility utility : Utility.values()) {
      // found out by each utility in its own part of the survey, and known to the whole case
      theCase.setVariable(utility.problemsVariable(), null);
    }
  }

  static boolean connects(VariableScope theCase, String part) {
    List<Utility> chosen = Utility.chosen(theCase);
    return switch (part) {
      case "lowVoltage" -> chosen.contains(Utility.POWER) && isLowVoltage(theCase);
      case "highVoltage" -> chosen.contains(Utility.POWER) && !isLowVoltage(theCase);
      case "waterGas" -> chosen.contains(Utility.WATER) || chosen.contains(Utility.GAS);
      default -> chosen.contains(Utility.of(part));
    };
  }

  private static boolean isLowVoltage(VariableScope theCase) {
    return LOW.equals(theCase.getVariable(VOLTAGE));
  }

  static String supplyKind(VariableScope theCase) {
    List<Utility> chosen = Utility.chosen(theCase);
    if (!chosen.contains(Utility.GAS)) {
      return Utility.WATER.id();
    }
    return chosen.contains(Utility.WATER) ? "both" : Utility.GAS.id();
  }

  static String surveys(VariableScope theCase) {
    return lines(
        Utility.chosen(theCase).stream()
            .map(
                utility ->
                    utility.label()
                        + (utility.needsLine(theCase)
                            ? "：需要外线工程" + where(utility, theCase)
                            : "：不需要外线工程")));
  }

  /** Only power describes its line in the survey; the others do so in the shared plan. */
  private static String where(Utility utility, VariableScope theCase) {
    return utility == Utility.POWER
        ? "，" + theCase.getVariable("lineLength") + "米，" + theCase.getVariable("lineDescription")
        : "";
  }

  /** A survey of power begins anew: what it answered about its plan and its line is void. */
  static void forgetPowerPlan(VariableScope theCase) {
    List.of("worksNeeded", "planOnVisit", Utility.POWER.lineVariable())
        .forEach(name -> theCase.setVariable(name, null));
  }

  static String results(VariableScope theCase) {
    return lines(Utility.chosen(theCase).stream().map(utility -> result(utility, theCase)));
  }

  private static String result(Utility utility, VariableScope theCase) {
    return utility.label()
        + "："
        + switch (utility) {
          case DRAINAGE ->
              Boolean.TRUE.equals(theCase.getVariable("drainageConnected"))
                  ? "接入意见书 " + theCase.getVariable("drainageNo")
                  : "不具备接入条件，" + theCase.getVariable("drainageReason");
          case WATER, GAS -> "合同 " + theCase.getVariable("waterGasContractNo");
          default -> "合同 " + theCase.getVariable(utility.id() + "ContractNo");
        };
  }

  static String lines(Stream<String> lines) {
    return lines.collect(Collectors.joining("\n"));
  }
}
