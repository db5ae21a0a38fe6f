package io.onewindow.desk;

import io.onewindow.engine.Caller;
import io.onewindow.engine.Callers;
import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Hands what was approved over to the office that supervises it from now on (审管推送), with what
 * looked suspicious during the examination.
 */
@Component("handOver")
public class HandOver implements JavaDelegate {

  private final HandOverStore store;
  private final Callers callers;
  private final ApplicationEventPublisher events;
  private final Clock time;

  HandOver(HandOverStore store, Callers callers, ApplicationEventPublisher events, Clock time) {
    this.store = store;
    this.callers = callers;
    this.events = events;
    this.time = time;
  }

  /** Sends the case; a case sent before keeps its number. */
  @Override
  public void execute(DelegateExecution execution) {
    String receiptNo = execution.getProcessBusinessKey();
    String number = receiptNo + "-T1";
    if (!store.exists(number)) {
      var handedOver =
          new HandedOver(
              execution,
              number,
              receiptNo,
              (String) execution.getVariable("regulatorGroup"),
              text(execution, "resultName", ""),
              text(execution, "resultNo", ""),
              text(execution, "suspicion", null));
      store.add(handedOver, time.instant());
      events.publishEvent(handedOver);
    }
    execution.setVariable("handOverNo", number);
  }

  /** The regulators took the case over; who, when and what they will do is kept. */
  public void taken(DelegateTask task) {
    store.taken(
        task.getExecution().getProcessBusinessKey() + "-T1",
        callers.current().map(Caller::id).orElse(null),
        (String) task.getVariable("takeOverNote"),
        time.instant());
  }

  private static String text(DelegateExecution execution, String name, String otherwise) {
    Object value = execution.getVariable(name);
    return value == null || value.toString().isBlank() ? otherwise : value.toString();
  }
}
