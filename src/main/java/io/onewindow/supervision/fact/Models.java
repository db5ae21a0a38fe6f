package io.onewindow.supervision.fact;

import io.onewindow.engine.Callers;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.ManualTask;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimeDate;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.springframework.stereotype.Component;

/** What a deployed model says of its elements; a deployed model never changes. */
@Component
public class Models {

  /**
   * One deployed model.
   *
   * @param sharedPart whether services call it as a part of theirs
   * @param groups the one group a task is offered to, by element; where the model asks, none
   * @param waitingForApplicant tasks during which the case waits for the applicant
   * @param elements by id
   * @param limitSteps which step of the limit tables an element asks the clock for, by element
   * @param joins for each gateway that branches lead to, the work right before it on them
   */
  public record Model(
      String key,
      int version,
      boolean sharedPart,
      Map<String, String> groups,
      Set<String> waitingForApplicant,
      Map<String, Set<String>> joins,
      Map<String, Element> elements,
      Map<String, String> limitSteps) {}

  /** An element of the diagram; the id where it has no name. */
  public record Element(String id, String name, String type) {}

  private static final Pattern LIMIT_STEP =
      Pattern.compile("promiseClock\\.due\\w*\\(execution,\\s*'([a-z0-9-]+)'");

  private final RepositoryService repository;
  private final Callers callers;
  private final Map<String, Model> known = new ConcurrentHashMap<>();

  Models(RepositoryService repository, Callers callers) {
    this.repository = repository;
    this.callers = callers;
  }

  public Model of(String definitionId) {
    return known.computeIfAbsent(definitionId, id -> callers.asSystem(() -> read(id)));
  }

  private Model read(String definitionId) {
    ProcessDefinition definition = repository.getProcessDefinition(definitionId);
    BpmnModelInstance model = repository.getBpmnModelInstance(definitionId);
    Map<String, String> groups = new HashMap<>();
    Set<String> waiting = new HashSet<>();
    for (UserTask task : model.getModelElementsByType(UserTask.class)) {
      String group = task.getCamundaCandidateGroups();
      if (group != null && !group.contains("${")) {
        groups.put(task.getId(), group.split(",")[0].strip());
      }
      if (says(task, "waitsFor", "applicant")) {
        waiting.add(task.getId());
      }
    }
    Map<String, Set<String>> joins = new HashMap<>();
    for (Gateway gateway : model.getModelElementsByType(Gateway.class)) {
      if (gateway.getIncoming().size() > 1) {
        Set<String> before = new HashSet<>();
        collectWorkBefore(gateway, before, new HashSet<>());
        joins.put(gateway.getId(), Set.copyOf(before));
      }
    }
    return new Model(
        definition.getKey(),
        definition.getVersion(),
        isSharedPart(model.getModelElementsByType(Process.class)),
        Map.copyOf(groups),
        Set.copyOf(waiting),
        Map.copyOf(joins),
        elements(model),
        limitSteps(model));
  }

  /** A task asks in its due date, anything else in the timer at its edge. */
  private static Map<String, String> limitSteps(BpmnModelInstance model) {
    Map<String, String> steps = new HashMap<>();
    for (BoundaryEvent event : model.getModelElementsByType(BoundaryEvent.class)) {
      dates(event).forEach(date -> putStep(steps, event.getAttachedTo().getId(), date));
    }
    for (StartEvent event : model.getModelElementsByType(StartEvent.class)) {
      // a timer that starts a subprocess by its event limits what is around that
      if (event.getParentElement() instanceof SubProcess inner
          && inner.getParentElement() instanceof SubProcess around) {
        dates(event).forEach(date -> putStep(steps, around.getId(), date));
      }
    }
    for (UserTask task : model.getModelElementsByType(UserTask.class)) {
      putStep(steps, task.getId(), task.getCamundaDueDate());
    }
    return Map.copyOf(steps);
  }

  private static List<String> dates(FlowNode event) {
    return event.getChildElementsByType(TimerEventDefinition.class).stream()
        .flatMap(timer -> timer.getChildElementsByType(TimeDate.class).stream())
        .map(TimeDate::getTextContent)
        .toList();
  }

  private static void putStep(Map<String, String> steps, String element, String expression) {
    Matcher asked = LIMIT_STEP.matcher(expression == null ? "" : expression);
    if (asked.find()) {
      steps.put(element, asked.group(1));
    }
  }

  private static Map<String, Element> elements(BpmnModelInstance model) {
    Map<String, Element> elements = new HashMap<>();
    for (FlowNode node : model.getModelElementsByType(FlowNode.class)) {
      String name = node.getName() == null ? node.getId() : node.getName().replaceAll("\\s+", "");
      elements.put(
          node.getId(), new Element(node.getId(), name, node.getElementType().getTypeName()));
    }
    return Map.copyOf(elements);
  }

  /** Follows the flows back to the first work on each; a boundary event belongs to its work. */
  private static void collectWorkBefore(FlowNode node, Set<String> found, Set<FlowNode> seen) {
    if (!seen.add(node)) {
      return;
    }
    for (SequenceFlow flow : node.getIncoming()) {
      FlowNode source = flow.getSource();
      if (source instanceof BoundaryEvent event) {
        found.add(event.getAttachedTo().getId());
      } else if (isWork(source)) {
        found.add(source.getId());
      } else {
        collectWorkBefore(source, found, seen);
      }
    }
  }

  private static boolean isWork(FlowNode node) {
    return node instanceof UserTask
        || node instanceof ReceiveTask
        || node instanceof ManualTask
        || node instanceof CallActivity
        || node instanceof SubProcess
        || node instanceof IntermediateCatchEvent;
  }

  private static boolean isSharedPart(Collection<Process> processes) {
    return processes.stream()
        .filter(Process::isExecutable)
        .anyMatch(process -> says(process, "sharedPart", "true"));
  }

  private static boolean says(BaseElement element, String property, String value) {
    return Stream.ofNullable(element.getExtensionElements())
        .flatMap(
            more -> more.getElementsQuery().filterByType(CamundaProperties.class).list().stream())
        .flatMap(properties -> properties.getCamundaProperties().stream())
        .anyMatch(one -> is(one, property, value));
  }

  private static boolean is(CamundaProperty one, String name, String value) {
    return name.equals(one.getCamundaName()) && value.equals(one.getCamundaValue());
  }
}
