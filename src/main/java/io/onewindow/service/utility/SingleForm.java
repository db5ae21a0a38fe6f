package io.onewindow.service.utility;

import java.util.Map;
import java.util.Set;

/** Whether an application comes from the single form (一张表单) of its building project. */
final class SingleForm {

  static final String VARIABLE = "singleForm";

  private SingleForm() {}

  static boolean is(Object value) {
    return "yes".equals(value);
  }

  /** The categories of the table {@code material-list}: where it comes from, and from whom. */
  static Set<String> categories(Map<String, Object> variables) {
    return Set.of(is(variables.get(VARIABLE)) ? "single-form" : "own-application", who(variables));
  }

  /** {@code enterprise}, which has a licence, or {@code person}. */
  static String who(Map<String, Object> variables) {
    Object code = variables.get("builderCode");
    return code == null || code.toString().isBlank() ? "person" : "enterprise";
  }

  /** The builder's code, or the person's number where the applicant has none. */
  static String applicantId(Map<String, Object> variables) {
    Object code = variables.get("builderCode");
    return code == null || code.toString().isBlank()
        ? (String) variables.get("applicantIdNo")
        : code.toString().strip();
  }
}
