package io.onewindow.service.completionacceptance;

import java.util.Map;

/** Where each jurisdiction's plan speaks of accepting completed works jointly. */
final class AcceptanceClauses {

  private static final Map<String, String> CLAUSES =
      Map.of(
          "liaocheng", "聊政办字〔2022〕13号 二(二)25",
          "shenxian", "莘政发〔2021〕28号 附件二(二)",
          "ningyang", "宁政发〔2021〕8号 附件·工程建设项目审批制度改革4",
          "hekou", "东河政发〔2021〕3号 二(二)5");

  private AcceptanceClauses() {}

  static String of(String jurisdiction) {
    return CLAUSES.get(jurisdiction);
  }
}
