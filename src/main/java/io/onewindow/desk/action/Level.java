package io.onewindow.desk.action;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.TransitionInstance;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/**
 * One scope of a running case and the node in it where the token stands that is to move.
 *
 * @param instance the activity instance of the node
 * @param around the activity instance of the scope
 */
record Level(ActivityInstance instance, ActivityInstance around, FlowNode node) {

  static Level of(ActivityInstance tree, String activityInstanceId, BpmnModelInstance model) {
    ActivityInstance instance = find(tree, activityInstanceId).orElseThrow();
    ActivityInstance parent = find(tree, instance.getParentActivityInstanceId()).orElseThrow();
    FlowNode node = model.getModelElementById(instance.getActivityId());
    return new Level(instance, parent, node);
  }

  private static Optional<ActivityInstance> find(ActivityInstance tree, String id) {
    return all(tree).filter(one -> one.getId().equals(id)).findFirst();
  }

  private static Stream<ActivityInstance> all(ActivityInstance tree) {
    return Stream.concat(
        Stream.of(tree), Arrays.stream(tree.getChildActivityInstances()).flatMap(Level::all));
  }

  String processInstanceId() {
    return instance.getProcessInstanceId();
  }

  String scopeInstanceId() {
    return around.getId();
  }

  /** What is left when the token moves. */
  String leftInstanceId() {
    return instance.getId();
  }

  ModelElementInstance scope() {
    return node.getParentElement();
  }

  boolean isProcess() {
    return scope() instanceof Process;
  }

  String processName() {
    ModelElementInstance scope = scope();
    while (!(scope instanceof Process)) {
      scope = scope.getParentElement();
    }
    return ((Process) scope).getName();
  }

  /** Why not even this level's own steps can be returned to; null when they can. */
  String closed() {
    if (isMultiInstance(node)) {
      return "本步骤由多人（多项）分别办理，一份单独退回会打乱其余各份。";
    }
    StepGraph graph = StepGraph.of(scope());
    if (graph.branchesOf(node).isEmpty()) {
      return "流程在此处的分支没有成对汇合，无法保证退回后不重不漏。";
    }
    return graph.isLooped() && othersAtWork(false) ? "其他分支同时在办，流程在此处有回路，无法保证退回后不重不漏。" : null;
  }

  /**
   * Why the token must not leave its branch or this level's scope; null when it may.
   *
   * @param outermost whether there is nothing around the scope
   */
  String sealed(boolean outermost) {
    List<String> branches = StepGraph.of(scope()).branchesOf(node).orElseThrow();
    if (!branches.isEmpty()) {
      return "其他并行分支同时在办，只能退回本分支内已办的步骤。";
    }
    if (outermost) {
      return null;
    }
    if (othersAtWork(true)) {
      return "“" + scopeName() + "”内还有其他步骤在办，不能整体退出。";
    }
    if (scope() instanceof SubProcess inner && inner.triggeredByEvent()) {
      return "“" + inner.getName() + "”由事件触发，只能退回其内部已办的步骤。";
    }
    return null;
  }

  private String scopeName() {
    return scope() instanceof SubProcess inner ? inner.getName() : processName();
  }

  /**
   * Whether other tokens stand in the scope, such as one of a timer that did not interrupt.
   *
   * @param beside whether those that an event started beside the flow count as well
   */
  private boolean othersAtWork(boolean beside) {
    return Arrays.stream(around.getChildActivityInstances())
            .filter(one -> beside || !isBeside(one))
            .flatMap(Level::all)
            .filter(one -> one.getChildActivityInstances().length == 0)
            .filter(leaf -> all(instance).noneMatch(mine -> mine.getId().equals(leaf.getId())))
            .findAny()
            .isPresent()
        || all(around)
            .flatMap(one -> Arrays.<TransitionInstance>stream(one.getChildTransitionInstances()))
            .findAny()
            .isPresent();
  }

  private boolean isBeside(ActivityInstance one) {
    return node.getModelInstance().getModelElementById(one.getActivityId())
            instanceof SubProcess inner
        && inner.triggeredByEvent();
  }

  /** Whether its steps can be started from outside one by one. */
  static boolean isPlain(SubProcess inner) {
    return !inner.triggeredByEvent() && !isMultiInstance(inner);
  }

  static boolean isMultiInstance(FlowNode node) {
    return node instanceof Activity activity && activity.getLoopCharacteristics() != null;
  }
}
