package io.onewindow.service.completionacceptance;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.VariableScope;

/** Which pending matters are looked at on the site, and which the joint survey settles. */
final class SiteChecks {

  private final VariableScope theCase;

  SiteChecks(VariableScope theCase) {
    this.theCase = theCase;
  }

  boolean needed() {
    return !onSite().isEmpty();
  }

  String inWords() {
    return onSite().stream().map(Matter::label).collect(Collectors.joining("、"));
  }

  String how(String id) {
    if (Boolean.TRUE.equals(theCase.getVariable(CompletionAcceptance.REINSPECTION))) {
      return "复验整改内容";
    }
    boolean settled =
        Arrays.stream(Matter.values())
            .anyMatch(matter -> matter.id().equals(id) && isSurveyed(matter));
    return settled ? "“多测合一”成果已达到相关标准，不再现场核实" : "现场核实";
  }

  private List<Matter> onSite() {
    return Matter.all()
        .filter(
            matter ->
                asked(matter.isAdded() ? CompletionAcceptance.ADDED : CompletionAcceptance.PENDING)
                    .contains(matter.id()))
        .filter(matter -> !isSurveyed(matter))
        .toList();
  }

  private List<?> asked(String matters) {
    return (List<?>) theCase.getVariable(matters);
  }

  private boolean isSurveyed(Matter matter) {
    return Boolean.TRUE.equals(theCase.getVariable(matter.surveyed()));
  }
}
