package io.onewindow.gates;

import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;

/** What a model calls must exist beside it. */
final class ReferenceRules {

  private ReferenceRules() {}

  static Stream<String> violations(BpmnFile file, Surroundings known) {
    return Stream.concat(
            file.all(BusinessRuleTask.class).stream().map(task -> decision(task, known)),
            file.all(CallActivity.class).stream().map(call -> process(call, known)))
        .filter(Objects::nonNull);
  }

  private static String decision(BusinessRuleTask task, Surroundings known) {
    String decision = task.getCamundaDecisionRef();
    return Violations.unless(
        known.hasDecision(decision), task.getId() + ": there is no decision " + decision);
  }

  private static String process(CallActivity call, Surroundings known) {
    String process = call.getCalledElement();
    if (!known.hasProcess(process)) {
      return call.getId() + ": there is no process " + process;
    }
    return Violations.unless(
        passesReceiptNumberOn(call),
        call.getId() + ": does not hand the business key on, so the case would be lost");
  }

  private static boolean passesReceiptNumberOn(CallActivity call) {
    return call.getExtensionElements() != null
        && call
            .getExtensionElements()
            .getElementsQuery()
            .filterByType(CamundaIn.class)
            .list()
            .stream()
            .anyMatch(in -> "#{execution.processBusinessKey}".equals(in.getCamundaBusinessKey()));
  }
}
