package io.onewindow.casefile;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.onewindow.engine.Callers;
import io.onewindow.problem.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Tells of a supplement for programs that sign in with each request; repeatable by a key. */
@RestController
class SupplementsApi {

  /**
   * @param note what was supplied
   */
  record Supplement(String note) {}

  private final Supplements supplements;
  private final CaseAccess access;
  private final CaseViews views;
  private final RepeatedRequests requests;
  private final Callers callers;
  private final ObjectMapper json;

  SupplementsApi(
      Supplements supplements,
      CaseAccess access,
      CaseViews views,
      RepeatedRequests requests,
      Callers callers,
      ObjectMapper json) {
    this.supplements = supplements;
    this.access = access;
    this.views = views;
    this.requests = requests;
    this.callers = callers;
    this.json = json;
  }

  /** The case after it; the same key and body again answer with the case as it stands. */
  @PostMapping(value = "/api/v1/cases/{receiptNo}/supplements", consumes = "application/json")
  CaseView supplement(
      @PathVariable String receiptNo,
      @RequestBody byte[] body,
      @RequestHeader(name = "Idempotency-Key", required = false) String key) {
    access.file(receiptNo);
    Supplement wanted = parsed(body);
    supplements.orTooLate(
        receiptNo,
        () -> {
          if (key == null) {
            supplements.byCaller(receiptNo, wanted.note());
          } else {
            once(receiptNo, wanted, key, request(receiptNo, body));
          }
        });
    CaseRecord after = access.file(receiptNo);
    return callers.asSystem(() -> views.of(after));
  }

  private void once(String receiptNo, Supplement wanted, String key, byte[] request) {
    requests.once(
        key,
        callers.current().orElseThrow().id(),
        request,
        () -> {
          supplements.byCaller(receiptNo, wanted.note());
          return receiptNo;
        });
  }

  /** One key for two cases is not a repetition. */
  private static byte[] request(String receiptNo, byte[] body) {
    return (receiptNo + "/supplements " + new String(body, StandardCharsets.ISO_8859_1))
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  private Supplement parsed(byte[] body) {
    try {
      Supplement wanted = json.readValue(body, Supplement.class);
      if (wanted != null) {
        return wanted;
      }
    } catch (IOException malformed) {
      // told below, as for an empty body
    }
    throw Problem.badRequest("body-malformed", "请求正文不是有效的 JSON（UTF-8），或字段类型不正确。");
  }
}
