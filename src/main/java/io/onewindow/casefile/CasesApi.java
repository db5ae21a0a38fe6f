package io.onewindow.casefile;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.onewindow.casefile.paper.QueryCodes;
import io.onewindow.engine.Caller;
import io.onewindow.engine.Callers;
import io.onewindow.engine.StalePlans;
import io.onewindow.problem.Problem;
import java.io.IOException;
import java.net.URI;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Starts and shows cases for signed-in callers, under their own permissions. */
@RestController
class CasesApi {

  private final CaseStarter starter;
  private final CaseAccess access;
  private final CaseViews views;
  private final QueryCodes queryCodes;
  private final Callers callers;
  private final ObjectMapper json;

  CasesApi(
      CaseStarter starter,
      CaseAccess access,
      CaseViews views,
      QueryCodes queryCodes,
      Callers callers,
      ObjectMapper json) {
    this.starter = starter;
    this.access = access;
    this.views = views;
    this.queryCodes = queryCodes;
    this.callers = callers;
    this.json = json;
  }

  /**
   * 201 with the new case and its query code; the same key and body again answer with the same
   * case.
   */
  @PostMapping(value = "/api/v1/cases", consumes = "application/json")
  ResponseEntity<CaseView> start(
      @RequestBody byte[] body,
      @RequestHeader(name = "Idempotency-Key", required = false) String key) {
    String receiptNo = starter.start(parsed(body), key, caller().id(), body);
    return ResponseEntity.created(URI.create("/api/v1/cases/" + receiptNo))
        .body(StalePlans.outlive(() -> view(receiptNo).with(queryCodes.of(receiptNo))));
  }

  @GetMapping("/api/v1/cases/{receiptNo}")
  CaseView show(@PathVariable String receiptNo) {
    return view(receiptNo);
  }

  private CaseView view(String receiptNo) {
    CaseRecord file = access.file(receiptNo);
    return callers.asSystem(() -> views.of(file));
  }

  private Caller caller() {
    return callers.current().orElseThrow(() -> Problem.of(401, "login-required", "请先登录。"));
  }

  private NewCase parsed(byte[] body) {
    try {
      NewCase wanted = json.readValue(body, NewCase.class);
      return wanted == null ? new NewCase(null, null, null, null) : wanted;
    } catch (IOException malformed) {
      throw Problem.badRequest("body-malformed", "请求正文不是有效的 JSON（UTF-8），或字段类型不正确。");
    }
  }
}
