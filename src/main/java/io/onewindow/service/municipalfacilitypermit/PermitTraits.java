package io.onewindow.service.municipalfacilitypermit;

import io.onewindow.casefile.material.CaseTraits;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the permit's materials depend on: the matters asked for. */
@Component
class PermitTraits implements CaseTraits {

  @Override
  public String service() {
    return "municipal-facility-permit";
  }

  @Override
  public Set<String> categories(Map<String, Object> variables) {
    return Arrays.stream(PermitMatter.values())
        .filter(matter -> PermitMatter.isAsked(variables.get(matter.field())))
        .map(PermitMatter::id)
        .collect(Collectors.toSet());
  }

  @Override
  public String applicantId(Map<String, Object> variables) {
    return (String) variables.get("builderCode");
  }
}
