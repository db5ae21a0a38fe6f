package io.onewindow.service.constructionpermit;

import io.onewindow.casefile.material.CaseTraits;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Whether the works were put out to tender decides which papers are asked for. */
@Component
class ConstructionTraits implements CaseTraits {

  @Override
  public String service() {
    return "construction-permit";
  }

  @Override
  public Set<String> categories(Map<String, Object> variables) {
    return "yes".equals(variables.get("exemptionClaimed"))
        ? Set.of("exemption")
        : Set.of("permit", "direct".equals(variables.get("procurement")) ? "direct" : "tender");
  }

  @Override
  public String applicantId(Map<String, Object> variables) {
    return (String) variables.get("builderCode");
  }
}
