package io.onewindow.service.firstregistration;

import java.util.Map;

/** Where each jurisdiction's plan speaks of registering together with the acceptance. */
final class RegistrationClauses {

  private static final Map<String, String> CLAUSES =
      Map.of(
          "liaocheng", "聊政发〔2021〕7号 附件五(九)",
          "shenxian", "莘政发〔2021〕28号 附件五(八)",
          "ningyang", "宁政发〔2021〕8号 附件·登记财产9",
          "hekou", "东河政发〔2021〕3号 二(五)15");

  private RegistrationClauses() {}

  static String of(String jurisdiction) {
    return CLAUSES.get(jurisdiction);
  }
}
