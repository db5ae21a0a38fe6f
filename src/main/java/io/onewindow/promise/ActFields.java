package io.onewindow.promise;

import io.onewindow.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/** Checks what an officer wrote for an act; every wrong field is named at once. */
final class ActFields {

  private static final int LONGEST_NOTICE = 64;
  private static final int LONGEST_REASON = 1000;

  private final List<Problem.Field> wrong = new ArrayList<>();

  ActFields kind(PauseKind kind, String service) {
    if (kind == null) {
      refuse("kind", "停表事由", "请选择一项");
    } else if (!kind.isAllowedFor(service)) {
      refuse("kind", "停表事由", "“" + kind.label() + "”不适用于本事项");
    }
    return this;
  }

  ActFields notice(String noticeNo) {
    return text("noticeNo", "通知书编号", noticeNo, LONGEST_NOTICE, "为必填项：停表须书面告知申请人");
  }

  ActFields reason(String label, String reason, String whenMissing) {
    return text("reason", label, reason, LONGEST_REASON, whenMissing);
  }

  ActFields units(int units, Statute statute) {
    if (units < 1 || units > statute.extensionValue()) {
      refuse(
          "units",
          "延长工作日数",
          "应为 1 至 "
              + statute.extensionValue()
              + "（《"
              + statute.law()
              + "》"
              + statute.article()
              + "）");
    }
    return this;
  }

  private ActFields text(String key, String label, String text, int most, String whenMissing) {
    if (text == null || text.isBlank()) {
      refuse(key, label, whenMissing);
    } else if (text.length() > most) {
      refuse(key, label, "不能超过 " + most + " 个字符");
    }
    return this;
  }

  private void refuse(String key, String label, String reason) {
    wrong.add(new Problem.Field(key, label, reason));
  }

  /**
   * @throws Problem 400 that names each wrong field
   */
  void check() {
    if (!wrong.isEmpty()) {
      throw Problem.badFields(wrong);
    }
  }
}
