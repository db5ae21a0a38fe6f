package io.onewindow.supervision.figures;

import io.onewindow.problem.Problem;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * How an open case stands: by the most pressing of its limits that run. What only watches over it
 * has limits of its own, which do not count.
 */
enum CaseLight {
  UNTIMED("未计时", 0),
  GREEN("绿灯", 1),
  PAUSED("停表", 2),
  AMBER("黄灯", 3),
  RED("红灯", 4),
  /** Not one of the others but besides: a limit rests on days without a published calendar. */
  PROVISIONAL("暂计", -1);

  private final String label;
  private final int severity;

  CaseLight(String label, int severity) {
    this.label = label;
    this.severity = severity;
  }

  String label() {
    return label;
  }

  int severity() {
    return severity;
  }

  static CaseLight of(int severity) {
    return Arrays.stream(values())
        .filter(one -> one.severity == severity)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no light " + severity));
  }

  static CaseLight parse(String name) {
    return Arrays.stream(values())
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                Problem.badRequest(
                    "light-refused",
                    "灯色“"
                        + name
                        + "”不存在，可用："
                        + Arrays.stream(values()).map(Enum::name).collect(Collectors.joining("、"))
                        + "。"));
  }
}
