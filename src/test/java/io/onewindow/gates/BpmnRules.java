package io.onewindow.gates;

import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** All rules for a process model. */
final class BpmnRules {

  private static final List<BiFunction<BpmnFile, Surroundings, Stream<String>>> RULES =
      List.of(
          ProcessRules::violations,
          IdRules::violations,
          DiagramRules::violations,
          LabelRules::violations,
          UserTaskRules::violations,
          ExpressionRules::violations,
          ReferenceRules::violations,
          TimerRules::violations,
          StepRules::violations,
          LaneRules::violations);

  private BpmnRules() {}

  static List<String> violations(BpmnFile file, Surroundings known) {
    return RULES.stream().flatMap(rule -> rule.apply(file, known)).toList();
  }
}
