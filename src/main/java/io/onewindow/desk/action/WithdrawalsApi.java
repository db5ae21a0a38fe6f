package io.onewindow.desk.action;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.onewindow.casefile.CaseAccess;
import io.onewindow.casefile.CaseRecord;
import io.onewindow.casefile.RepeatedRequests;
import io.onewindow.engine.Caller;
import io.onewindow.engine.Callers;
import io.onewindow.problem.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** An applicant's withdrawal that another program hands in; the same key again changes nothing. */
@RestController
class WithdrawalsApi {

  /** The applicant's reason. */
  record Withdrawal(String reason) {}

  /** The case as it stands; the instant carries the offset of Asia/Shanghai. */
  record Withdrawn(String receiptNo, String state, String stateName, OffsetDateTime withdrawnAt) {}

  private final Withdrawals withdrawals;
  private final CaseAccess access;
  private final RepeatedRequests requests;
  private final Callers callers;
  private final ObjectMapper json;
  private final Clock time;

  WithdrawalsApi(
      Withdrawals withdrawals,
      CaseAccess access,
      RepeatedRequests requests,
      Callers callers,
      ObjectMapper json,
      Clock time) {
    this.withdrawals = withdrawals;
    this.access = access;
    this.requests = requests;
    this.callers = callers;
    this.json = json;
    this.time = time;
  }

  @PostMapping(value = "/api/v1/cases/{receiptNo}/withdrawal", consumes = "application/json")
  Withdrawn withdraw(
      @PathVariable String receiptNo,
      @RequestBody byte[] body,
      @RequestHeader(name = "Idempotency-Key", required = false) String key) {
    String reason = reason(body);
    if (key == null) {
      return view(withdrawals.withdraw(receiptNo, reason));
    }
    String withdrawn =
        requests.once(
            key,
            caller(),
            request(receiptNo, body),
            () -> withdrawals.withdraw(receiptNo, reason).receiptNo());
    return view(access.file(withdrawn));
  }

  /** The same words about another case are another request. */
  private static byte[] request(String receiptNo, byte[] body) {
    var whole = new ByteArrayOutputStream();
    whole.writeBytes(("withdrawal/" + receiptNo + "\n").getBytes(StandardCharsets.UTF_8));
    whole.writeBytes(body);
    return whole.toByteArray();
  }

  private Withdrawn view(CaseRecord file) {
    return new Withdrawn(
        file.receiptNo(),
        file.state().name(),
        file.state().label(),
        file.closedAt().atZone(time.getZone()).toOffsetDateTime());
  }

  private String caller() {
    return callers
        .current()
        .map(Caller::id)
        .orElseThrow(() -> Problem.of(401, "login-required", "请先登录。"));
  }

  private String reason(byte[] body) {
    try {
      Withdrawal wanted = json.readValue(body, Withdrawal.class);
      return wanted == null ? null : wanted.reason();
    } catch (IOException malformed) {
      throw Problem.badRequest("body-malformed", "请求正文不是有效的 JSON（UTF-8），或字段类型不正确。");
    }
  }
}
