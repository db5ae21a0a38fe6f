package io.onewindow.gates;

import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** A model is read by people who never open its properties. */
final class LabelRules {

  /** Two lines of six characters; a third line would run into the symbol of the task. */
  private static final int LONGEST_TASK = 12;

  private LabelRules() {}

  static Stream<String> violations(BpmnFile file, Surroundings known) {
    return Stream.of(
            file.all(Activity.class).stream().map(LabelRules::named),
            file.all(Event.class).stream().filter(LabelRules::mustSpeak).map(LabelRules::named),
            file.all(UserTask.class).stream().map(LabelRules::length),
            file.all(Gateway.class).stream()
                .filter(LabelRules::decides)
                .flatMap(LabelRules::decision))
        .flatMap(found -> found)
        .filter(Objects::nonNull);
  }

  private static String named(FlowElement element) {
    return Violations.unless(
        Chinese.in(element.getName()), element.getId() + ": has no Chinese label");
  }

  /** The plain start and end inside a subprocess may be silent: its frame already says it. */
  private static boolean mustSpeak(Event event) {
    boolean plainEdge =
        event instanceof StartEvent start && start.getEventDefinitions().isEmpty()
            || event instanceof EndEvent end && end.getEventDefinitions().isEmpty();
    boolean silent = event.getName() == null || event.getName().isBlank();
    return !(plainEdge && silent && event.getParentElement() instanceof SubProcess);
  }

  private static String length(UserTask task) {
    int length = task.getName() == null ? 0 : task.getName().strip().length();
    return Violations.unless(
        length <= LONGEST_TASK,
        task.getId() + ": its label has " + length + " characters, more than " + LONGEST_TASK);
  }

  private static boolean decides(Gateway gateway) {
    return (gateway instanceof ExclusiveGateway || gateway instanceof InclusiveGateway)
        && gateway.getOutgoing().size() > 1;
  }

  private static Stream<String> decision(Gateway gateway) {
    Stream<String> question =
        gateway instanceof ExclusiveGateway
            ? Stream.of(
                Violations.unless(
                    gateway.getName() != null && gateway.getName().strip().endsWith("？"),
                    gateway.getId() + ": asks no question ending in ？"))
            : Stream.of(named(gateway));
    return Stream.concat(question, gateway.getOutgoing().stream().map(LabelRules::answer));
  }

  private static String answer(SequenceFlow flow) {
    return Violations.unless(
        flow.getName() != null && !flow.getName().isBlank(),
        flow.getId() + ": leaves a decision without saying the answer");
  }
}
