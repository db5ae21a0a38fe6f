package io.onewindow.desk.action;

import io.onewindow.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/** Checks what a caller wrote for an act; every wrong field is named at once. */
final class ActFields {

  /** What a reason may take; the column has the same width. */
  static final int LONGEST_REASON = 1000;

  private final List<Problem.Field> wrong = new ArrayList<>();

  static void reason(String reason) {
    new ActFields().text("reason", "理由", reason, "为必填项：写明为什么，将记入审计").check();
  }

  static Problem wrong(String key, String label, String why) {
    return Problem.badFields(List.of(new Problem.Field(key, label, why)));
  }

  ActFields text(String key, String label, String text, String whenMissing) {
    if (text == null || text.isBlank()) {
      wrong.add(new Problem.Field(key, label, whenMissing));
    } else if (text.length() > LONGEST_REASON) {
      wrong.add(new Problem.Field(key, label, "不能超过 " + LONGEST_REASON + " 个字符"));
    } else if (text.codePoints().anyMatch(ActFields::isUnusable)) {
      wrong.add(new Problem.Field(key, label, "含有不可用的控制字符"));
    }
    return this;
  }

  ActFields expect(boolean right, String key, String label, String why) {
    if (!right) {
      wrong.add(new Problem.Field(key, label, why));
    }
    return this;
  }

  /**
   * @throws Problem 400 that names each wrong field
   */
  void check() {
    if (!wrong.isEmpty()) {
      throw Problem.badFields(wrong);
    }
  }

  /** Control characters, and halves of a character that no encoding can carry. */
  private static boolean isUnusable(int character) {
    return Character.getType(character) == Character.SURROGATE
        || (Character.isISOControl(character) && "\t\n\r".indexOf(character) < 0);
  }
}
