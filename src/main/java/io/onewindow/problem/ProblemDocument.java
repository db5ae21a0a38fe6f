package io.onewindow.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/**
 * A refusal as it goes over the wire (RFC 9457), for those who answer before Spring or without it:
 * filters, handlers of a sign-in, the container. Written once, answered as often as needed.
 */
public final class ProblemDocument {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final int status;
  private final byte[] text;

  /**
   * @param title the kind of refusal, in Chinese
   * @param detail one Chinese sentence that says what to do
   * @param code stable, for programs
   */
  public ProblemDocument(int status, String title, String detail, String code) {
    this.status = status;
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("type", "about:blank");
    members.put("title", title);
    members.put("status", status);
    members.put("detail", detail);
    members.put("code", code);
    try {
      text = JSON.writeValueAsBytes(members);
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** Ends the answer with this; headers that belong to it are set before. */
  public void answer(HttpServletResponse response) throws IOException {
    response.setStatus(status);
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.setContentLength(text.length);
    response.getOutputStream().write(text);
  }

  /** Whether a person waits for a page and no program for an answer. */
  public static boolean isForPerson(HttpServletRequest request) {
    String accepted = request.getHeader(HttpHeaders.ACCEPT);
    return accepted != null && accepted.contains(MediaType.TEXT_HTML_VALUE);
  }
}
