package io.onewindow.casefile.material;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.onewindow.problem.Problem;
import java.io.IOException;

/** What a person says with an act; each act reads its own, any part may be null. */
record MaterialOrder(String statement, String signedBy, String reason, String found, String note) {

  private static final MaterialOrder NOTHING = new MaterialOrder(null, null, null, null, null);

  /**
   * @param body JSON; null or empty for nothing to say
   * @throws Problem 400 when it is no JSON of that form
   */
  static MaterialOrder read(ObjectMapper json, byte[] body) {
    if (body == null || body.length == 0) {
      return NOTHING;
    }
    try {
      MaterialOrder order = json.readValue(body, MaterialOrder.class);
      return order == null ? NOTHING : order;
    } catch (IOException malformed) {
      throw Problem.badRequest("body-malformed", "请求正文不是有效的 JSON，或字段类型不正确。");
    }
  }
}
