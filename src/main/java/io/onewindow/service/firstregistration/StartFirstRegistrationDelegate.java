package io.onewindow.service.firstregistration;

import io.onewindow.casefile.CaseFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Starts the registration of what was accepted, as the builder asked with the acceptance
 * (聊政发〔2021〕7号 附件五(九) and the same of the other plans): a case of its own. Asked again, it starts
 * no second.
 */
@Component("startFirstRegistrationDelegate")
class StartFirstRegistrationDelegate implements JavaDelegate {

  private static final String STARTED = "firstRegistrationNo";

  /** What the two applications have in common, by the same names. */
  private static final List<String> COMMON =
      List.of(
          "applicantName",
          "applicantIdType",
          "applicantIdNo",
          "applicantPhone",
          "deliveryEmail",
          "filedBy",
          "agentName",
          "agentIdNo",
          "authorizationNo",
          "builderName",
          "builderCode",
          "projectName",
          "projectCode",
          "location",
          "estateType",
          "estateUnitNo",
          "landTitleNo",
          "handoverOn",
          "deliveryMethod",
          "postalAddress");

  private final RuntimeService runtime;
  private final CaseFile caseFile;

  StartFirstRegistrationDelegate(RuntimeService runtime, CaseFile caseFile) {
    this.runtime = runtime;
    this.caseFile = caseFile;
  }

  @Override
  public void execute(DelegateExecution acceptance) {
    if (acceptance.getVariable(STARTED) != null) {
      return;
    }
    String receiptNo =
        runtime
            .createProcessInstanceByKey("first-property-registration")
            .processDefinitionWithoutTenantId()
            .setVariables(application(acceptance))
            .execute()
            .getBusinessKey();
    acceptance.setVariable(STARTED, receiptNo);
    caseFile.linked(acceptance, "已同步发起不动产首次登记，受理编号 " + receiptNo);
  }

  private static Map<String, Object> application(DelegateExecution acceptance) {
    Map<String, Object> form = new HashMap<>();
    COMMON.stream()
        .filter(key -> acceptance.getVariable(key) != null)
        .forEach(key -> form.put(key, acceptance.getVariable(key)));
    if ("section".equals(acceptance.getVariable("acceptanceMode"))) {
      form.put("sectionName", acceptance.getVariable("sectionName"));
    }
    form.put("jointAcceptanceNo", acceptance.getVariable("jointOpinionNo"));
    form.put(CaseFile.JURISDICTION, acceptance.getTenantId());
    form.put(CaseFile.CHANNEL, EstateRules.WITH_ACCEPTANCE);
    return form;
  }
}
