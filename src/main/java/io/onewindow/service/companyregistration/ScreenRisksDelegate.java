package io.onewindow.service.companyregistration;

import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Looks for what the plans want reviewed with care: one address with many licences (一址多照), one
 * licence with many addresses (一照多址), one person with many licences (一人多证), a name against public
 * order, a scope of business that needs a permit first. It compares with the cases of the same
 * jurisdiction that this system knows; it has no access to the provincial register.
 */
@Component("screenRisksDelegate")
class ScreenRisksDelegate implements JavaDelegate {

  private final HistoryService history;
  private final LicenceFirstScopes scopes;
  private final CompanyRegistrationSettings settings;

  ScreenRisksDelegate(
      HistoryService history, LicenceFirstScopes scopes, CompanyRegistrationSettings settings) {
    this.history = history;
    this.scopes = scopes;
    this.settings = settings;
  }

  @Override
  public void execute(DelegateExecution execution) {
    execution.setVariable("oneAddressManyLicences", othersWith(execution, "residence", 1));
    execution.setVariable(
        "oneLicenceManyAddresses", !text(execution, "additionalPremises").isBlank());
    execution.setVariable(
        "onePersonManyCertificates",
        othersWith(execution, "legalRepIdNo", settings.licencesPerPerson()));
    execution.setVariable("nameAgainstPublicOrder", isOffensive(text(execution, "enterpriseName")));
    execution.setVariable(
        "licenceFirstScope", !scopes.permitsFor(text(execution, "businessScope")).isEmpty());
    for (String ticked : List.of("foreignInvested", "specialTrade")) {
      execution.setVariable(ticked, Boolean.TRUE.equals(execution.getVariable(ticked)));
    }
  }

  /**
   * Whether at least {@code many} other licences of the jurisdiction were issued with this value.
   */
  private boolean othersWith(DelegateExecution execution, String variable, int many) {
    List<String> same =
        history
            .createHistoricProcessInstanceQuery()
            .processDefinitionKey("company-registration")
            .tenantIdIn(execution.getTenantId())
            .variableValueEquals(variable, execution.getVariable(variable))
            .variableValueLike("licenceNo", "9%")
            .list()
            .stream()
            .map(instance -> instance.getId())
            .filter(id -> !id.equals(execution.getProcessInstanceId()))
            .toList();
    return same.size() >= many;
  }

  private boolean isOffensive(String name) {
    return settings.refusedNameWords().stream().anyMatch(name::contains);
  }

  private static String text(DelegateExecution execution, String variable) {
    Object value = execution.getVariable(variable);
    return value == null ? "" : value.toString().strip();
  }
}
