package io.onewindow.service.companyregistration;

import io.onewindow.casefile.CaseParty;
import io.onewindow.casefile.CaseParty.Role;
import io.onewindow.casefile.Opening;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.delegate.VariableScope;

/** Who takes part in opening a company, as the application names them. */
final class Parties {

  private Parties() {}

  static Opening of(VariableScope application) {
    List<CaseParty> parties = new ArrayList<>();
    parties.add(
        new CaseParty(
            Role.APPLICANT,
            text(application, "applicantName"),
            text(application, "applicantIdNo"),
            text(application, "applicantPhone"),
            text(application, "deliveryEmail")));
    parties.add(
        CaseParty.of(
            Role.LEGAL_REPRESENTATIVE,
            text(application, "legalRepName"),
            text(application, "legalRepIdNo")));
    for (int i = 1; i <= ApplicationRules.SHAREHOLDERS; i++) {
      String name = text(application, "shareholder" + i + "Name");
      if (name != null && !name.isBlank()) {
        parties.add(
            CaseParty.of(Role.SHAREHOLDER, name, text(application, "shareholder" + i + "Code")));
      }
    }
    return new Opening(
        text(application, "enterpriseName"), text(application, "residence"), parties);
  }

  private static String text(VariableScope application, String key) {
    return (String) application.getVariable(key);
  }
}
