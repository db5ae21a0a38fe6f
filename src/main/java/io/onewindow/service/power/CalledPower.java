package io.onewindow.service.power;

import io.onewindow.desk.Reception;
import io.onewindow.service.FormValues;
import java.time.Clock;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** What a connection called by another service begins with: it was accepted there already. */
@Component
class CalledPower {

  /** Variable of a caller that had the outer line permitted and dug with others. */
  static final String LINE_DUG = "lineInJointWorks";

  /** Variable of a caller whose survey answered the supply plan on the spot. */
  static final String PLAN_ON_VISIT = "planOnVisit";

  private static final String CLOCK_STARTS_AT = "clockStartsAt";
  private static final String YES = "yes";

  private final Reception reception;
  private final Clock time;

  CalledPower(Reception reception, Clock time) {
    this.reception = reception;
    this.time = time;
  }

  boolean isCalled(DelegateExecution execution) {
    return reception.isCalled(execution);
  }

  /** A plan answered on the visit knows of the outer line; one that is needed is dug already. */
  static void check(FormValues handed) {
    if (!handed.is(PLAN_ON_VISIT, YES)) {
      return;
    }
    boolean dug = handed.is(LINE_DUG, YES);
    if (!handed.is("outerLine", dug ? YES : "no")) {
      handed.refuse(
          "outerLine",
          "是否需要外线工程",
          dug ? "应为 yes：外线已与其他外线一并审批、施工（系统规则）" : "应为 no：联合踏勘已答复供电方案的，需要的外线应已与其他外线一并审批、施工（系统规则）");
    }
  }

  /** Whether the outer line was permitted and dug together with those of other utilities. */
  boolean isLineDug(DelegateExecution execution) {
    return isCalled(execution) && YES.equals(execution.getVariable(LINE_DUG));
  }

  /** Whether the supply plan was answered on a caller's visit. */
  boolean isPlanAnswered(DelegateExecution execution) {
    return isCalled(execution) && YES.equals(execution.getVariable(PLAN_ON_VISIT));
  }

  /** The grid's part begins when its caller says so, or else now. */
  void startClock(DelegateExecution execution) {
    if (isCalled(execution) && execution.getVariable(CLOCK_STARTS_AT) == null) {
      execution.setVariable(CLOCK_STARTS_AT, Date.from(time.instant()));
    }
  }
}
