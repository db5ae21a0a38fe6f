package io.onewindow.service.realestatefiling;

import io.onewindow.casefile.material.CaseTraits;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The materials of a filing are the same for every development. */
@Component
class DevelopmentTraits implements CaseTraits {

  @Override
  public String service() {
    return "real-estate-completion-filing";
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
