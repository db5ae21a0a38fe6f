package io.onewindow.supervision.figures;

import java.util.Arrays;
import java.util.List;

/** What a supervisor may do with a case from a list. */
enum SupervisoryAct {
  ASK_REASON("要求说明原因"),
  SUPERVISE("督办"),
  RAISE("上报负责人"),
  REASSIGN("改派");

  private final String label;

  SupervisoryAct(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }

  static List<String> names() {
    return Arrays.stream(values()).map(Enum::name).toList();
  }
}
