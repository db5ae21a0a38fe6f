package io.onewindow.service.power;

import io.onewindow.casefile.material.CaseTraits;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** An enterprise has a licence that the power company looks up; a household has none. */
@Component
class LowVoltageTraits implements CaseTraits {

  @Override
  public String service() {
    return "low-voltage-power";
  }

  @Override
  public Set<String> categories(Map<String, Object> variables) {
    Object customer = variables.get("customerType");
    return customer == null ? Set.of() : Set.of(customer.toString());
  }

  @Override
  public String applicantId(Map<String, Object> variables) {
    return HighVoltageTraits.codeOrPerson(variables);
  }
}
