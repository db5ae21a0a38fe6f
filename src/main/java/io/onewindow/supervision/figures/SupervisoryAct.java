package io.onewindow.supervision.figures;

import io.onewindow.desk.action.Act;
import io.onewindow.problem.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What a supervisor may do with cases from a list. */
enum SupervisoryAct {
  ASK_REASON(Act.ASK_REASON),
  SUPERVISE(Act.SUPERVISE),
  /** To the head of the authority. */
  RAISE(Act.RAISE),
  REASSIGN(Act.REASSIGN);

  private final Act act;

  SupervisoryAct(Act act) {
    this.act = act;
  }

  Act act() {
    return act;
  }

  String label() {
    return act.label();
  }

  static List<String> names() {
    return Arrays.stream(values()).map(Enum::name).toList();
  }

  /**
   * @throws Problem 400 for anything else
   */
  static SupervisoryAct parse(String name) {
    return Arrays.stream(values())
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                Problem.badFields(
                    List.of(new Problem.Field("action", "督办方式", "应为下列之一：" + known()))));
  }

  private static String known() {
    return Arrays.stream(values())
        .map(one -> one.name() + "（" + one.label() + "）")
        .collect(Collectors.joining("、"));
  }
}
