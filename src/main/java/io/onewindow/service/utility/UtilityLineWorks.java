package io.onewindow.service.utility;

import io.onewindow.desk.Reception;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** What the model {@code utility-line-works} asks of its service. */
@Component("utilityLineWorks")
public class UtilityLineWorks {

  private final Reception reception;

  UtilityLineWorks(Reception reception) {
    this.reception = reception;
  }

  /** Begins for a joint application, which has checked what it hands in. */
  public void received(DelegateExecution execution) {
    reception.calledPart(execution, List.of());
  }

  /** Whether the municipal permit was refused; a line for power is adjusted until it is allowed. */
  public boolean isRefused(DelegateExecution execution) {
    return Boolean.FALSE.equals(execution.getVariable("permitGranted"));
  }
}
