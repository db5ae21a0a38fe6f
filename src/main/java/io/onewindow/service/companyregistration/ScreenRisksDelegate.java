package io.onewindow.service.companyregistration;

import io.onewindow.casefile.CaseParty.Role;
import io.onewindow.casefile.search.AlikeCases;
import io.onewindow.casefile.search.AlikeCases.Among;
import java.util.List;
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

  private static final String SERVICE = "company-registration";

  private final AlikeCases alike;
  private final LicenceFirstScopes scopes;
  private final CompanyRegistrationSettings settings;

  ScreenRisksDelegate(
      AlikeCases alike, LicenceFirstScopes scopes, CompanyRegistrationSettings settings) {
    this.alike = alike;
    this.scopes = scopes;
    this.settings = settings;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Among others = new Among(execution.getTenantId(), SERVICE, execution.getProcessBusinessKey());
    execution.setVariable(
        "oneAddressManyLicences", alike.issuedAt(others, text(execution, "residence"), 1));
    execution.setVariable(
        "oneLicenceManyAddresses", !text(execution, "additionalPremises").isBlank());
    execution.setVariable(
        "onePersonManyCertificates",
        alike.issuedTo(
            others,
            Role.LEGAL_REPRESENTATIVE,
            text(execution, "legalRepIdNo"),
            settings.licencesPerPerson()));
    execution.setVariable("nameAgainstPublicOrder", isOffensive(text(execution, "enterpriseName")));
    execution.setVariable(
        "licenceFirstScope", !scopes.permitsFor(text(execution, "businessScope")).isEmpty());
    for (String ticked : List.of("foreignInvested", "specialTrade")) {
      execution.setVariable(ticked, Boolean.TRUE.equals(execution.getVariable(ticked)));
    }
  }

  private boolean isOffensive(String name) {
    return settings.refusedNameWords().stream().anyMatch(name::contains);
  }

  private static String text(DelegateExecution execution, String variable) {
    Object value = execution.getVariable(variable);
    return value == null ? "" : value.toString().strip();
  }
}
