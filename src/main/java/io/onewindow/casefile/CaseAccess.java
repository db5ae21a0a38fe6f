package io.onewindow.casefile;

import io.onewindow.engine.Caller;
import io.onewindow.engine.Callers;
import io.onewindow.problem.Problem;
import org.springframework.stereotype.Component;

/** Which case files a signed-in caller may see: those of the caller's jurisdictions. */
@Component
public class CaseAccess {

  private final CaseFile files;
  private final Callers callers;

  CaseAccess(CaseFile files, Callers callers) {
    this.files = files;
    this.callers = callers;
  }

  /**
   * @throws Problem 400 when that cannot be a receipt number, 401 for nobody, 404 when there is no
   *     such case or the caller may not see it
   */
  public CaseRecord file(String receiptNo) {
    if (!ReceiptNumber.isWellFormed(receiptNo)) {
      throw Problem.badRequest("receipt-malformed", "受理编号应为 21 位数字，且末位校验码正确；请核对是否录错。");
    }
    Caller caller = caller();
    return files
        .find(receiptNo)
        .filter(file -> caller.worksFor(file.jurisdiction()))
        .orElseThrow(
            () -> Problem.notFound("unknown-case", "没有受理编号为 " + receiptNo + " 的办件，或者您无权查看。"));
  }

  private Caller caller() {
    return callers.current().orElseThrow(() -> Problem.of(401, "login-required", "请先登录。"));
  }
}
