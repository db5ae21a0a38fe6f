package io.onewindow.faults;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;

/** JSON as it comes and goes. */
final class Answers {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int REFUSED = 400;
  private static final int LONGEST = 200;

  private Answers() {}

  /** What the ledger keeps of it: the receipt number of a case, the words of a refusal. */
  static String gist(HttpResponse<String> answer) {
    String body = answer.body();
    if (answer.statusCode() >= REFUSED) {
      return body.substring(0, Math.min(LONGEST, body.length()));
    }
    return body.startsWith("{") ? parsed(body).path("receiptNo").asText() : "";
  }

  static JsonNode parsed(String body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException notJson) {
      throw new AssertionError(body, notJson);
    }
  }

  static String text(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
