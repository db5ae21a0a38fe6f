package io.onewindow.service.utility;

import java.util.List;
import java.util.function.Predicate;
import org.camunda.bpm.engine.delegate.VariableScope;

/** Which of the utilities need a line outside the site, as their survey found. */
final class OuterLines {

  private OuterLines() {}

  static boolean areNeeded(VariableScope theCase) {
    return any(theCase, utility -> true);
  }

  /** Power has rules of its own for its line. */
  static boolean ofPower(VariableScope theCase) {
    return any(theCase, utility -> utility == Utility.POWER);
  }

  /** Those whose lines go into one application for the municipal permit. */
  static boolean ofOthers(VariableScope theCase) {
    return any(theCase, utility -> utility != Utility.POWER);
  }

  /** Two plans promise four days for the permit of these. */
  static boolean ofWaterOrGas(VariableScope theCase) {
    return any(theCase, utility -> List.of(Utility.WATER, Utility.GAS).contains(utility));
  }

  private static boolean any(VariableScope theCase, Predicate<Utility> which) {
    return Utility.chosen(theCase).stream()
        .filter(which)
        .anyMatch(utility -> utility.needsLine(theCase));
  }
}
