package io.onewindow.casefile.retention;

import io.onewindow.casefile.CaseAccess;
import io.onewindow.casefile.CaseRecord;
import io.onewindow.engine.Caller;
import io.onewindow.engine.Callers;
import io.onewindow.problem.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Supervisors keep a case of their jurisdiction beyond its time, and let it go again. */
@RestController
class HoldsApi {

  private static final String SUPERVISOR = "supervisor";

  /** Why a case is to be kept. */
  record Hold(String reason) {}

  private final Retention retention;
  private final CaseAccess access;
  private final Callers callers;

  HoldsApi(Retention retention, CaseAccess access, Callers callers) {
    this.retention = retention;
    this.access = access;
    this.callers = callers;
  }

  @PutMapping("/api/v1/cases/{receiptNo}/hold")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void hold(@PathVariable String receiptNo, @RequestBody Hold hold) {
    CaseRecord file = access.file(receiptNo);
    retention.hold(file, supervisor(), hold.reason());
  }

  @DeleteMapping("/api/v1/cases/{receiptNo}/hold")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void release(@PathVariable String receiptNo) {
    CaseRecord file = access.file(receiptNo);
    retention.release(file, supervisor());
  }

  private String supervisor() {
    return callers
        .current()
        .filter(caller -> caller.groups().stream().anyMatch(SUPERVISOR::equals))
        .map(Caller::id)
        .orElseThrow(() -> Problem.forbidden("supervisors-only", "只有督办人员可以保留办件。"));
  }
}
