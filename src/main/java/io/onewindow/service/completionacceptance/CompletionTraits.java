package io.onewindow.service.completionacceptance;

import io.onewindow.casefile.material.CaseTraits;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What is accepted, and how, decides which papers are asked for. */
@Component
class CompletionTraits implements CaseTraits {

  @Override
  public String service() {
    return "completion-acceptance";
  }

  @Override
  public Set<String> categories(Map<String, Object> variables) {
    Set<String> categories = new HashSet<>();
    categories.add("fire-" + variables.get("fireCategory"));
    categories.add(String.valueOf(variables.get("projectType")));
    if (Boolean.TRUE.equals(variables.get("civilDefence"))) {
      categories.add("civil-defence");
    }
    boolean committed =
        Boolean.TRUE.equals(variables.get(CompletionAcceptance.ARCHIVE_BY_COMMITMENT));
    categories.add(committed ? "archive-commitment" : "archive-handover");
    return categories;
  }

  @Override
  public String applicantId(Map<String, Object> variables) {
    return (String) variables.get("builderCode");
  }
}
