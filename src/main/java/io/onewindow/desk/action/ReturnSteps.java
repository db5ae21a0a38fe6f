package io.onewindow.desk.action;

import io.onewindow.engine.Callers;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.stereotype.Component;

/**
 * Where a task's work may go back to: steps of the same case that are done, and that its one token
 * can be moved to without hurting the tokens of others. It starts from the task and goes outwards
 * through subprocesses and calling processes as long as nothing else is at work in what would be
 * left.
 */
@Component
class ReturnSteps {

  /**
   * What can be returned to, and why it goes no further out.
   *
   * @param limit in Chinese; null when the whole case was searched
   */
  record Offer(List<ReturnStep> steps, String limit) {}

  private final RuntimeService runtime;
  private final HistoryService history;
  private final RepositoryService repository;
  private final Callers callers;

  ReturnSteps(
      RuntimeService runtime,
      HistoryService history,
      RepositoryService repository,
      Callers callers) {
    this.runtime = runtime;
    this.history = history;
    this.repository = repository;
    this.callers = callers;
  }

  /** Read as the system: officers see no process instances of the engine's. */
  Offer of(Task task) {
    return callers.asSystem(() -> search(task));
  }

  /** The instances that a step called when it was done before; none for a task. */
  List<String> calledBy(ReturnStep step) {
    return callers.asSystem(
        () ->
            history
                .createHistoricActivityInstanceQuery()
                .processInstanceId(step.processInstanceId())
                .activityId(step.element())
                .list()
                .stream()
                .map(HistoricActivityInstance::getCalledProcessInstanceId)
                .filter(Objects::nonNull)
                .toList());
  }

  private Offer search(Task task) {
    List<ReturnStep> found = new ArrayList<>();
    String instance = task.getProcessInstanceId();
    ActivityInstance at = instanceOf(task, runtime.getActivityInstance(instance));
    Level level = level(instance, at.getId());
    String limit = null;
    while (level != null && limit == null) {
      limit = level.closed();
      if (limit == null) {
        found.addAll(steps(level));
        Level outer = outwards(level);
        limit = level.sealed(outer == null);
        level = outer;
      }
    }
    return new Offer(found, limit);
  }

  private static ActivityInstance instanceOf(Task task, ActivityInstance tree) {
    for (ActivityInstance one : tree.getActivityInstances(task.getTaskDefinitionKey())) {
      if (List.of(one.getExecutionIds()).contains(task.getExecutionId())) {
        return one;
      }
    }
    throw new IllegalStateException("no activity instance of task " + task.getId());
  }

  /** The level on which that activity instance stands. */
  private Level level(String processInstanceId, String activityInstanceId) {
    ActivityInstance tree = runtime.getActivityInstance(processInstanceId);
    return Level.of(
        tree, activityInstanceId, repository.getBpmnModelInstance(tree.getProcessDefinitionId()));
  }

  private Level outwards(Level inner) {
    if (!inner.isProcess()) {
      return level(inner.processInstanceId(), inner.scopeInstanceId());
    }
    HistoricProcessInstance called =
        history
            .createHistoricProcessInstanceQuery()
            .processInstanceId(inner.processInstanceId())
            .singleResult();
    String caller = called.getSuperProcessInstanceId();
    return caller == null
        ? null
        : history
            .createHistoricActivityInstanceQuery()
            .processInstanceId(caller)
            .unfinished()
            .activityType("callActivity")
            .list()
            .stream()
            .filter(call -> called.getId().equals(call.getCalledProcessInstanceId()))
            .map(call -> level(caller, call.getId()))
            .findFirst()
            .orElse(null);
  }

  private List<ReturnStep> steps(Level level) {
    List<ReturnStep> found = new ArrayList<>();
    for (Activity other : StepGraph.of(level.scope()).reachableFor(level.node())) {
      if (!other.equals(level.node())) {
        add(found, level, other, level.scopeInstanceId());
      }
    }
    return found;
  }

  /**
   * @param scopeInstanceId instance of the scope in which the activity must have been done
   */
  private void add(List<ReturnStep> found, Level level, Activity activity, String scopeInstanceId) {
    Optional<HistoricActivityInstance> done = done(level, activity, scopeInstanceId);
    if (done.isEmpty()) {
      return;
    }
    if (activity instanceof UserTask || activity instanceof CallActivity) {
      found.add(step(level, activity));
    } else if (activity instanceof SubProcess inner && Level.isPlain(inner)) {
      StepGraph graph = StepGraph.of(inner);
      inner.getChildElementsByType(Activity.class).stream()
          .filter(one -> graph.branchesOf(one).filter(List::isEmpty).isPresent())
          .forEach(one -> add(found, level, one, done.get().getId()));
    }
  }

  private Optional<HistoricActivityInstance> done(
      Level level, FlowNode node, String scopeInstanceId) {
    return history
        .createHistoricActivityInstanceQuery()
        .processInstanceId(level.processInstanceId())
        .activityId(node.getId())
        .finished()
        .list()
        .stream()
        .filter(one -> !one.isCanceled())
        .filter(one -> isIn(one, scopeInstanceId))
        .reduce((earlier, later) -> later);
  }

  /** Instances of a multi-instance activity stand in its body, and the body in the scope. */
  private boolean isIn(HistoricActivityInstance one, String scopeInstanceId) {
    String parent = one.getParentActivityInstanceId();
    return scopeInstanceId.equals(parent)
        || history
            .createHistoricActivityInstanceQuery()
            .activityInstanceId(parent)
            .activityType("multiInstanceBody")
            .list()
            .stream()
            .anyMatch(body -> scopeInstanceId.equals(body.getParentActivityInstanceId()));
  }

  private static ReturnStep step(Level level, Activity activity) {
    String again = activity instanceof CallActivity ? "（从头办理）" : "";
    return new ReturnStep(
        activity.getId(),
        activity.getName() + again,
        name(activity.getParentElement() instanceof FlowElement scope ? scope : null, level),
        level.processInstanceId(),
        level.scopeInstanceId(),
        level.leftInstanceId());
  }

  private static String name(FlowElement scope, Level level) {
    return scope == null ? level.processName() : scope.getName();
  }
}
