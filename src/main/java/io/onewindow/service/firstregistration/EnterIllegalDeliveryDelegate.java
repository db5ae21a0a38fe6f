package io.onewindow.service.firstregistration;

import io.onewindow.casefile.material.CreditRecords;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Enters a builder that put a project to use against the rules into its credit record. */
@Component("enterIllegalDeliveryDelegate")
class EnterIllegalDeliveryDelegate implements JavaDelegate {

  private static final Map<String, String> CLAUSES =
      Map.of(
          "liaocheng", "聊政发〔2021〕7号 附件五(九)",
          "shenxian", "莘政发〔2021〕28号 附件五(八)",
          "ningyang", "宁政发〔2021〕8号 附件·登记财产9",
          "hekou", "东河政发〔2021〕3号 二(五)15");

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
        CLAUSES.get(execution.getTenantId()) + "：将建设项目违规交付使用的有关市场主体依法依规纳入信用记录");
  }
}
