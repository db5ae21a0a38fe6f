package io.onewindow.service.firstregistration;

import io.onewindow.casefile.material.CreditRecords;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Enters a builder that put a project to use against the rules into its credit record. */
@Component("enterIllegalDeliveryDelegate")
class EnterIllegalDeliveryDelegate implements JavaDelegate {

  private final CreditRecords records;

  EnterIllegalDeliveryDelegate(CreditRecords records) {
    this.records = records;
  }

  @Override
  public void execute(DelegateExecution execution) {
    records.enter(
        execution.getProcessBusinessKey(),
        (String) execution.getVariable("builderCode"),
        "建设项目违规交付使用：" + execution.getVariable("illegalDeliveryFacts"),
        RegistrationClauses.of(execution.getTenantId()) + "：将建设项目违规交付使用的有关市场主体依法依规纳入信用记录");
  }
}
