package io.onewindow.service.power;

import io.onewindow.desk.Reception;
import java.time.Clock;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** What a connection called by another service begins with: it was accepted there already. */
@Component
class CalledPower {

  private static final String CLOCK_STARTS_AT = "clockStartsAt";

  private final Reception reception;
  private final Clock time;

  CalledPower(Reception reception, Clock time) {
    this.reception = reception;
    this.time = time;
  }

  boolean isCalled(DelegateExecution execution) {
    return reception.isCalled(execution);
  }

  /** The grid's part begins when its caller says so, or else now. */
  void startClock(DelegateExecution execution) {
    if (isCalled(execution) && execution.getVariable(CLOCK_STARTS_AT) == null) {
      execution.setVariable(CLOCK_STARTS_AT, Date.from(time.instant()));
    }
  }
}
