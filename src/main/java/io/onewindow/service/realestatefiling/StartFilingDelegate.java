package io.onewindow.service.realestatefiling;

import io.onewindow.casefile.CaseFile;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Starts the filing of a development that was accepted, as the builder asked with the acceptance
 * (聊政发〔2021〕7号 附件二(三) “通过联合验收并签订移交协议的即可办理竣工综合验收备案”): a case of its own. Asked again, it starts no
 * second.
 */
@Component("startFilingDelegate")
class StartFilingDelegate implements JavaDelegate {

  private static final String STARTED = "realEstateFilingNo";

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
          "utilitiesAcceptedOn",
          "facilityList",
          "deliveryMethod",
          "postalAddress");

  private final RuntimeService runtime;
  private final CaseFile caseFile;
  private final Clock time;

  StartFilingDelegate(RuntimeService runtime, CaseFile caseFile, Clock time) {
    this.runtime = runtime;
    this.caseFile = caseFile;
    this.time = time;
  }

  @Override
  public void execute(DelegateExecution acceptance) {
    if (acceptance.getVariable(STARTED) != null) {
      return;
    }
    String receiptNo =
        runtime
            .createProcessInstanceByKey("real-estate-completion-filing")
            .processDefinitionWithoutTenantId()
            .setVariables(application(acceptance))
            .execute()
            .getBusinessKey();
    acceptance.setVariable(STARTED, receiptNo);
    caseFile.linked(acceptance, "已同步发起房地产综合验收备案，受理编号 " + receiptNo);
  }

  private Map<String, Object> application(DelegateExecution acceptance) {
    Map<String, Object> form = new HashMap<>();
    Stream.of(COMMON.stream(), DevelopmentRules.states(), Participant.applied().stream())
        .flatMap(keys -> keys)
        .filter(key -> acceptance.getVariable(key) != null)
        .forEach(key -> form.put(key, acceptance.getVariable(key)));
    if ("section".equals(acceptance.getVariable("acceptanceMode"))) {
      form.put("sectionName", acceptance.getVariable("sectionName"));
    }
    form.put("jointAcceptanceNo", acceptance.getVariable("jointOpinionNo"));
    form.put("jointAcceptanceDate", LocalDate.now(time).toString());
    form.put(CaseFile.JURISDICTION, acceptance.getTenantId());
    form.put(CaseFile.CHANNEL, RealEstateFiling.WITH_ACCEPTANCE);
    return form;
  }
}
