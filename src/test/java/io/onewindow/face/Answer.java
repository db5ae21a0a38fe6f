package io.onewindow.face;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.List;

/** What came back over HTTP. */
public record Answer(int status, String contentType, HttpResponse<String> whole) {

  private static final ObjectMapper JSON = new ObjectMapper();

  static Answer of(HttpResponse<String> response) {
    return new Answer(
        response.statusCode(), response.headers().firstValue("Content-Type").orElse(""), response);
  }

  public String body() {
    return whole.body();
  }

  public String header(String name) {
    return whole.headers().firstValue(name).orElse("");
  }

  public JsonNode json() {
    try {
      return JSON.readTree(body());
    } catch (JsonProcessingException notJson) {
      throw new AssertionError("not JSON: " + body(), notJson);
    }
  }

  /** The text at that JSON pointer, empty when there is none. */
  public String text(String pointer) {
    return json().at(pointer).asText("");
  }

  /** The code of a problem of ours, in the words of whichever face it came from. */
  public String code() {
    return json().has("code") ? text("/code") : text("/problem");
  }

  /** Keys of the fields that a problem names. */
  public List<String> fields() {
    return json().path("fields").findValuesAsText("key");
  }

  @Override
  public String toString() {
    return whole.request().method() + " " + whole.request().uri() + " → " + status + " " + body();
  }
}
