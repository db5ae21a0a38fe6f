package io.onewindow.desk.action;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What the matrix found, as a document. */
final class MatrixResults {

  private static final String HEAD =
      """
      # 办理动作在各种流程结构中

      由 `ActMatrixTest` 逐格执行后生成：每格都在一个真实办件上做该动作，核对令牌、时限和审计，再把办件办到终点。
      “可”表示可以办理；其余写明系统拒绝的理由。

      """;

  private final Map<String, Map<Structure, String>> cells = new LinkedHashMap<>();

  /**
   * @param refusal null when the act was done
   */
  void note(String row, Structure structure, String refusal) {
    cells
        .computeIfAbsent(row, name -> new EnumMap<>(Structure.class))
        .put(structure, refusal == null ? "可" : refusal);
  }

  String document() {
    String structures =
        Arrays.stream(Structure.values())
            .map(structure -> structure.label)
            .collect(Collectors.joining(" | ", "| 动作 | ", " |\n"));
    String line = "|---".repeat(Structure.values().length + 1) + "|\n";
    return HEAD
        + structures
        + line
        + cells.entrySet().stream()
            .map(
                row ->
                    row.getValue().values().stream()
                        .collect(Collectors.joining(" | ", "| " + row.getKey() + " | ", " |\n")))
            .collect(Collectors.joining());
  }
}
