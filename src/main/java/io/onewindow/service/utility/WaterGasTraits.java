package io.onewindow.service.utility;

import io.onewindow.casefile.material.CaseTraits;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The materials of a connection to water or gas are the same for every customer. */
@Component
class WaterGasTraits implements CaseTraits {

  @Override
  public String service() {
    return "water-gas-connection";
  }

  @Override
  public Set<String> categories(Map<String, Object> variables) {
    return Set.of();
  }

  @Override
  public String applicantId(Map<String, Object> variables) {
    return SingleForm.applicantId(variables);
  }
}
