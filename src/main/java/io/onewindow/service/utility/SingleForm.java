package io.onewindow.service.utility;

import java.util.Map;

/** Whether an application comes from the single form (一张表单) of its building project. */
final class SingleForm {

  static final String VARIABLE = "singleForm";

  private SingleForm() {}

  static boolean is(Object value) {
    return "yes".equals(value);
  }

  /** The category of the table {@code material-list}. */
  static String category(Map<String, Object> variables) {
    return is(variables.get(VARIABLE)) ? "single-form" : "own-application";
  }

  /** The builder's code, or the person's number where the applicant has none. */
  static String applicantId(Map<String, Object> variables) {
    Object code = variables.get("builderCode");
    return code == null || code.toString().isBlank()
        ? (String) variables.get("applicantIdNo")
        : code.toString().strip();
  }
}
