package io.onewindow.desk.action;

import io.onewindow.casefile.CaseAccess;
import io.onewindow.casefile.CaseFile;
import io.onewindow.casefile.CaseRecord;
import io.onewindow.casefile.CaseState;
import io.onewindow.department.StaffGroup;
import io.onewindow.engine.Caller;
import io.onewindow.engine.Callers;
import io.onewindow.problem.Problem;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The applicant takes an application back before there is a decision on it; the window or the
 * approval bureau records it. Everything of the case ends, called and consulting processes
 * included.
 */
@Service
class Withdrawals {

  private static final Set<String> MAY_RECORD = Set.of(StaffGroup.WINDOW, StaffGroup.APPROVAL);

  private final CaseAccess access;
  private final CaseFile files;
  private final RuntimeService runtime;
  private final Callers callers;
  private final ActLog log;

  Withdrawals(
      CaseAccess access, CaseFile files, RuntimeService runtime, Callers callers, ActLog log) {
    this.access = access;
    this.files = files;
    this.runtime = runtime;
    this.callers = callers;
    this.log = log;
  }

  /** Why the caller cannot record a withdrawal of that case now, in Chinese; null when possible. */
  String refusal(CaseRecord file, Caller caller) {
    if (file.state() == CaseState.WITHDRAWN) {
      return "本办件已经撤回。";
    }
    if (file.closedAt() != null || files.isDecided(file.receiptNo())) {
      return "本办件已作出决定，不能再撤回；申请人有异议的，可依法申请行政复议或者提起行政诉讼。";
    }
    return mayRecord(caller) ? null : "申请人撤回须由综合受理窗口或行政审批部门登记。";
  }

  private static boolean mayRecord(Caller caller) {
    return caller.isAdministrator() || caller.groups().stream().anyMatch(MAY_RECORD::contains);
  }

  /**
   * Records that the applicant withdraws.
   *
   * @param reason the applicant's, as the window writes it down
   * @return the file as it stands then
   * @throws Problem 400 without reason or for a malformed number, 403 for who may not record it,
   *     404 for a case the caller may not see, 409 when it is withdrawn or decided already
   */
  @Transactional
  public CaseRecord withdraw(String receiptNo, String reason) {
    files.lock(access.file(receiptNo).receiptNo());
    CaseRecord file = access.file(receiptNo);
    Caller caller = callers.current().orElseThrow();
    if (!mayRecord(caller)) {
      throw Problem.forbidden("not-your-act", refusal(file, caller));
    }
    ActFields.reason(reason);
    String refusal = refusal(file, caller);
    if (refusal != null) {
      throw Problem.conflict("not-withdrawable", refusal);
    }
    log.write(
        new ActRecord(
            null,
            Act.WITHDRAW_CASE,
            receiptNo,
            file.jurisdiction(),
            file.processInstanceId(),
            null,
            null,
            null,
            caller.id(),
            null,
            file.state().label(),
            CaseState.WITHDRAWN.label(),
            reason.strip(),
            null,
            null,
            null));
    end(receiptNo, reason.strip());
    return files.withdrawn(receiptNo, reason.strip());
  }

  /** What a process calls ends with it; listeners run, so that clocks stop. */
  private void end(String receiptNo, String reason) {
    List<ProcessInstance> roots =
        callers.asSystem(
            () ->
                runtime
                    .createProcessInstanceQuery()
                    .processInstanceBusinessKey(receiptNo)
                    .rootProcessInstances()
                    .list());
    roots.forEach(
        root ->
            callers.inOwnName(
                () -> {
                  runtime.deleteProcessInstanceIfExists(
                      root.getId(), reason, false, true, true, false);
                  return null;
                }));
  }
}
