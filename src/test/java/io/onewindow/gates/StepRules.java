package io.onewindow.gates;

import java.util.Collection;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/**
 * Every clock a model starts finds its limit: in a table, or in the case that is already running.
 */
final class StepRules {

  /** The parties of a case name this limit themselves; the case brings it as a variable. */
  private static final String AGREED = "agreed";

  private StepRules() {}

  static Stream<String> violations(BpmnFile file, Surroundings known) {
    return Steps.usedIn(file).stream()
        .flatMap(
            use ->
                file.isSharedPart()
                    ? known.callers(file).stream()
                        .filter(
                            call -> !isLimited(call.file(), call.activity().getId(), use, known))
                        .map(call -> unlimited(use) + ", called by " + call.file().slug())
                    : Stream.of(use)
                        .filter(own -> !isLimited(file, own.owner(), own, known))
                        .map(StepRules::unlimited));
  }

  private static String unlimited(Steps.Use use) {
    return use.owner()
        + ": no limit for the step "
        + use.step()
        + " in promised-limit or internal-limit, and no case clock around it";
  }

  private static boolean isLimited(
      BpmnFile service, String place, Steps.Use use, Surroundings known) {
    return use.step().equals(AGREED)
        || known.limits(service.slug(), use.step())
        || runsInsideACase(service, new Steps.Use(place, use.step()));
  }

  /** A clock of the whole case can only be limited by a table. */
  private static boolean runsInsideACase(BpmnFile file, Steps.Use use) {
    ModelElementInstance scope = file.model().getModelElementById(use.owner());
    while (scope != null && !use.step().endsWith("case")) {
      scope = scope.getParentElement();
      if (scope != null && carriesCaseClock(file, scope)) {
        return true;
      }
    }
    return false;
  }

  /** As a boundary timer of the scope, or as an event subprocess inside it. */
  private static boolean carriesCaseClock(BpmnFile file, ModelElementInstance scope) {
    boolean onBorder =
        file.all(BoundaryEvent.class).stream()
            .anyMatch(event -> event.getAttachedTo().equals(scope) && isCaseTimer(event));
    Collection<SubProcess> inside = scope.getChildElementsByType(SubProcess.class);
    return onBorder
        || inside.stream()
            .filter(SubProcess::triggeredByEvent)
            .flatMap(sub -> sub.getChildElementsByType(StartEvent.class).stream())
            .anyMatch(StepRules::isCaseTimer);
  }

  private static boolean isCaseTimer(CatchEvent event) {
    return event.getEventDefinitions().stream()
        .filter(TimerEventDefinition.class::isInstance)
        .map(ModelElementInstance::getTextContent)
        .flatMap(date -> Steps.in(date).stream())
        .anyMatch(step -> step.endsWith("case"));
  }
}
