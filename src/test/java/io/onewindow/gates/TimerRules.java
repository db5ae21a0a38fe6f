package io.onewindow.gates;

import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;

/** Every timer waits for an instant that the clock of the promises worked out. */
final class TimerRules {

  private TimerRules() {}

  static Stream<String> violations(BpmnFile file, Surroundings known) {
    Stream<BoundaryEvent> red = file.all(BoundaryEvent.class).stream().filter(TimerRules::isTimer);
    return Stream.concat(
            file.all(TimerEventDefinition.class).stream().map(TimerRules::date),
            red.flatMap(TimerRules::red))
        .filter(Objects::nonNull);
  }

  private static String date(TimerEventDefinition timer) {
    if (timer.getTimeDuration() != null || timer.getTimeCycle() != null) {
      return timer.getId() + ": a promise is a date of promiseClock, not a duration or a cycle";
    }
    return Violations.unless(
        PromiseClockDate.asksFor(text(timer)) || isAbsence(text(timer)) || isReport(text(timer)),
        timer.getId() + ": waits for a date that promiseClock did not answer: " + text(timer));
  }

  /** An absence begins and ends on days a person named; nothing is promised by it. */
  private static boolean isAbsence(String date) {
    return date != null && date.matches("\\$\\{deputies\\.(begins|ends)\\(execution\\)}");
  }

  /** A report is made on the first working day of the month; nothing is promised by it. */
  private static boolean isReport(String date) {
    return "${monthlyReports.next(execution)}".equals(date);
  }

  private static Stream<String> red(BoundaryEvent event) {
    Stream<String> join =
        Stream.of(
            Violations.unless(
                !event.cancelActivity() || !endsInParallelJoin(event),
                event.getId() + ": interrupts and runs into a parallel join that waits for ever"));
    return event.getAttachedTo() instanceof UserTask task
        ? Stream.concat(join, sameInstant(event, task))
        : join;
  }

  private static Stream<String> sameInstant(BoundaryEvent event, UserTask task) {
    String instant = text(timer(event));
    return Stream.of(
        Violations.unless(
            Objects.equals(instant, task.getCamundaDueDate()),
            event.getId() + ": fires at another instant than its task is due"),
        Violations.unless(
            hasAmber(task), task.getId() + ": turns red without a timeout listener for amber"));
  }

  private static boolean hasAmber(UserTask task) {
    return task.getExtensionElements() != null
        && task
            .getExtensionElements()
            .getElementsQuery()
            .filterByType(CamundaTaskListener.class)
            .list()
            .stream()
            .filter(listener -> "timeout".equals(listener.getCamundaEvent()))
            .flatMap(listener -> listener.getTimeouts().stream())
            .anyMatch(timer -> String.valueOf(text(timer)).contains("promiseClock.warning"));
  }

  /** Follows the way out of the event as long as nothing else leads onto it. */
  private static boolean endsInParallelJoin(BoundaryEvent event) {
    FlowNode node = event;
    while (node.getOutgoing().size() == 1) {
      node = node.getOutgoing().iterator().next().getTarget();
      if (node.getIncoming().size() > 1) {
        return node instanceof ParallelGateway;
      }
    }
    return false;
  }

  private static boolean isTimer(BoundaryEvent event) {
    return timer(event) != null;
  }

  private static TimerEventDefinition timer(BoundaryEvent event) {
    return event.getEventDefinitions().stream()
        .filter(TimerEventDefinition.class::isInstance)
        .map(TimerEventDefinition.class::cast)
        .findFirst()
        .orElse(null);
  }

  private static String text(TimerEventDefinition timer) {
    return timer.getTimeDate() == null ? null : timer.getTimeDate().getTextContent().strip();
  }
}
