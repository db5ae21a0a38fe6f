package io.onewindow.service.utility;

import io.onewindow.casefile.material.CaseTraits;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Only an enterprise among the customers for water and gas has a licence to look up. */
@Component
class WaterGasTraits implements CaseTraits {

  @Override
  public String service() {
    return "water-gas-connection";
  }

  @Override
  public Set<String> categories(Map<String, Object> variables) {
    return Set.of(SingleForm.who(variables));
  }

  @Override
  public String applicantId(Map<String, Object> variables) {
    return SingleForm.applicantId(variables);
  }
}
