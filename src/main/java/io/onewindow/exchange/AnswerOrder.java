package io.onewindow.exchange;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.onewindow.problem.Problem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a department's system answers.
 *
 * @param requestId which request of ours it answers
 * @param status what it says; see {@link Status}
 * @param fields of the step's form, for {@code DONE}
 * @param note why not, for {@code DECLINED}; anything worth knowing else; null for nothing
 */
record AnswerOrder(String requestId, String status, Map<String, Object> fields, String note) {

  /** What can be said. */
  enum Status {
    /** We have it. */
    RECEIVED,
    /** It is done. */
    DONE,
    /** We cannot do it: people must. */
    DECLINED
  }

  private static final int LONGEST_NOTE = 1000;
  private static final int SHORTEST_REASON = 2;

  AnswerOrder {
    fields = fields == null ? Map.of() : fields;
    note = note == null || note.isBlank() ? null : note.strip();
  }

  /**
   * @throws Problem 400 that names each field that is wrong
   */
  static AnswerOrder parse(ObjectMapper json, byte[] body) {
    AnswerOrder order;
    try {
      order = json.readValue(body, AnswerOrder.class);
    } catch (IOException malformed) {
      throw Problem.badRequest("body-malformed", "请求正文不是有效的 JSON（UTF-8），或字段类型不正确。");
    }
    if (order == null) {
      throw Problem.badRequest("body-malformed", "请求正文不是有效的 JSON（UTF-8），或字段类型不正确。");
    }
    order.check();
    return order;
  }

  Status said() {
    return Status.valueOf(status);
  }

  private void check() {
    List<Problem.Field> wrong = new ArrayList<>();
    if (requestId == null || requestId.isBlank()) {
      wrong.add(new Problem.Field("requestId", "请求编号", "应为本系统推送时的 Idempotency-Key"));
    }
    boolean known = List.of(Status.values()).stream().anyMatch(one -> one.name().equals(status));
    if (!known) {
      wrong.add(new Problem.Field("status", "办理状态", "应为 RECEIVED、DONE 或 DECLINED"));
    }
    if (note != null && note.length() > LONGEST_NOTE) {
      wrong.add(new Problem.Field("note", "说明", "不能超过 " + LONGEST_NOTE + " 个字符"));
    }
    if (Status.DECLINED.name().equals(status)
        && (note == null || note.length() < SHORTEST_REASON)) {
      wrong.add(new Problem.Field("note", "说明", "退回时应写明原因，至少 " + SHORTEST_REASON + " 个字符"));
    }
    fields.forEach(
        (key, value) -> {
          if (!(value instanceof String || value instanceof Number || value instanceof Boolean)) {
            wrong.add(new Problem.Field(key, key, "应为文本、数字或是否"));
          }
        });
    if (!wrong.isEmpty()) {
      throw Problem.badFields(wrong);
    }
  }
}
