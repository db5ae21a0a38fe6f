package io.onewindow.service.completionacceptance;

import io.onewindow.casefile.material.CaseTraits;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The materials of a joint acceptance are the same for every project. */
@Component
class CompletionTraits implements CaseTraits {

  @Override
  public String service() {
    return "completion-acceptance";
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
