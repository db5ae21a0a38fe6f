package io.onewindow.casefile.material;

import io.onewindow.engine.Caller;
import io.onewindow.engine.Callers;
import io.onewindow.engine.ConfidentialVariable;
import io.onewindow.problem.Problem;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows officers the credit records of their jurisdictions. */
@RestController
class CreditRecordsApi {

  /** Who need not know: nobody but these is refused. */
  private static final Set<String> NOT_OFFICERS =
      Set.of("trainer", "auditor", "release", "camunda-admin");

  /** A record as officers see it: the number of the document masked. */
  record View(
      String receiptNo,
      String jurisdiction,
      String applicantName,
      String applicantId,
      String reason,
      String basis,
      OffsetDateTime enteredAt) {

    static View of(CreditRecord record) {
      return new View(
          record.receiptNo(),
          record.jurisdiction(),
          record.applicantName(),
          ConfidentialVariable.Kind.ID_NUMBER.mask(record.applicantId()),
          record.reason(),
          record.basis(),
          MaterialViews.local(record.enteredAt()));
    }
  }

  private final CreditRecords records;
  private final Callers callers;

  CreditRecordsApi(CreditRecords records, Callers callers) {
    this.records = records;
    this.callers = callers;
  }

  /** The latest first. */
  @GetMapping("/api/v1/credit-records")
  List<View> all() {
    Caller caller = callers.current().orElseThrow(() -> Problem.of(401, "login-required", "请先登录。"));
    if (NOT_OFFICERS.containsAll(caller.groups())) {
      throw Problem.forbidden("officers-only", "失信记录只对本辖区的窗口、部门和督办人员开放。");
    }
    return records.of(caller.jurisdictions()).stream().map(View::of).toList();
  }
}
