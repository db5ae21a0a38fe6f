package io.onewindow.service.completionacceptance;

import io.onewindow.casefile.CaseFile;
import java.time.Clock;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/**
 * Tells the builder whose filing comes too late by law. Late or not it is accepted: the duty does
 * not end with its term, and it is not the window that judges the breach.
 */
@Component
class LateFiling {

  static final String NOTE = "lateFilingNote";

  /** 建设工程质量管理条例第四十九条. */
  private static final int DAYS_TO_FILE = 15;

  private final CaseFile cases;
  private final Clock time;

  LateFiling(CaseFile cases, Clock time) {
    this.cases = cases;
    this.time = time;
  }

  /** The day of completion is taken as the day on which the works were found in order. */
  void tell(DelegateExecution theCase) {
    LocalDate completion = FilingRules.dateIn(FilingRules.text(theCase, "completionDate"));
    LocalDate last = completion.plusDays(DAYS_TO_FILE);
    if (!LocalDate.now(time).isAfter(last)) {
      theCase.setVariable(NOTE, null);
      return;
    }
    String note =
        "竣工日期 "
            + completion
            + "，竣工验收备案应在竣工验收合格之日起十五日内（"
            + last
            + " 前）办理，现已超过（《建设工程质量管理条例》第四十九条）"
            + fire(theCase)
            + "；申请照常受理，由住建部门依法处理";
    theCase.setVariable(NOTE, note);
    cases.informed(theCase, note);
  }

  /** Five working days are over, whatever holidays lie between, when fifteen days are. */
  private static String fire(DelegateExecution theCase) {
    return "filing".equals(theCase.getVariable("fireCategory"))
        ? "；消防验收备案的五个工作日也已超过（《建设工程消防设计审查验收管理暂行规定》）"
        : "";
  }
}
