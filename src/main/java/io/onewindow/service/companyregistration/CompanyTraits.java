package io.onewindow.service.companyregistration;

import io.onewindow.casefile.material.CaseTraits;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Which materials the opening of a company calls for: by kind of company and by what is asked. */
@Component
class CompanyTraits implements CaseTraits {

  @Override
  public String service() {
    return "company-registration";
  }

  @Override
  public Set<String> categories(Map<String, Object> variables) {
    Set<String> categories = new HashSet<>();
    categories.add((String) variables.get("entityType"));
    if (isGiven(variables.get("priorPermitNo"))) {
      categories.add("prior-permit");
    }
    if (isGiven(variables.get("additionalPremises"))) {
      categories.add("additional-premises");
    }
    if (Boolean.TRUE.equals(variables.get("foreignInvested"))) {
      categories.add("foreign-invested");
    }
    Object bank = variables.get(OpeningItem.BANK_ACCOUNT.variable());
    if (OpeningItem.NOW.equals(bank) || OpeningItem.LATER.equals(bank)) {
      categories.add("bank-account");
    }
    return categories;
  }

  @Override
  public String applicantId(Map<String, Object> variables) {
    return (String) variables.get("applicantIdNo");
  }

  private static boolean isGiven(Object text) {
    return text instanceof String given && !given.isBlank();
  }
}
