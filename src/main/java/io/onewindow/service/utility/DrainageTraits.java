package io.onewindow.service.utility;

import io.onewindow.casefile.material.CaseTraits;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** A project of the single form brings no materials of its own; another hands in its plan. */
@Component
class DrainageTraits implements CaseTraits {

  @Override
  public String service() {
    return "drainage-connection";
  }

  @Override
  public Set<String> categories(Map<String, Object> variables) {
    return SingleForm.categories(variables);
  }

  @Override
  public String applicantId(Map<String, Object> variables) {
    return SingleForm.applicantId(variables);
  }
}
