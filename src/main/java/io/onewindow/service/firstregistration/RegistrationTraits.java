package io.onewindow.service.firstregistration;

import io.onewindow.casefile.material.CaseTraits;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The materials of a first registration are the same for every estate. */
@Component
class RegistrationTraits implements CaseTraits {

  @Override
  public String service() {
    return "first-property-registration";
  }

  @Override
  public Set<String> categories(Map<String, Object> variables) {
    return Set.of();
  }

  @Override
  public String applicantId(Map<String, Object> variables) {
    return (String) variables.get("builderCode");
  }
}
