package io.onewindow.service.utility;

import io.onewindow.desk.Reception;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** What the model {@code water-gas-line-permit} asks of its service. */
@Component("waterGasLinePermit")
public class WaterGasLinePermit {

  private static final String SIMPLIFIED = "simplifiedProcedure";

  private final Reception reception;

  WaterGasLinePermit(Reception reception) {
    this.reception = reception;
  }

  /** Begins the permit for a service that has checked what it hands in. */
  public void received(DelegateExecution execution) {
    reception.calledPart(execution, List.of());
    if (execution.getVariable(SIMPLIFIED) == null) {
      execution.setVariable(SIMPLIFIED, "no");
    }
  }
}
