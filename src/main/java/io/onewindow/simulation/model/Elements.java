package io.onewindow.simulation.model;

import io.onewindow.problem.Problem;
import io.onewindow.simulation.Refusal;
import io.onewindow.simulation.expression.Expression;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.IntermediateThrowEvent;
import org.camunda.bpm.model.bpmn.instance.ManualTask;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.SendTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.Task;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Transaction;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** Which BPMN element is which kind of node. */
final class Elements {

  private static final Map<Class<? extends FlowNode>, Kind> KINDS =
      Map.ofEntries(
          Map.entry(StartEvent.class, Kind.START),
          Map.entry(EndEvent.class, Kind.END),
          Map.entry(UserTask.class, Kind.WORK),
          Map.entry(ManualTask.class, Kind.WORK),
          Map.entry(ServiceTask.class, Kind.AUTOMATIC),
          Map.entry(SendTask.class, Kind.AUTOMATIC),
          Map.entry(BusinessRuleTask.class, Kind.DECISION),
          Map.entry(ReceiveTask.class, Kind.RECEIVE),
          Map.entry(IntermediateThrowEvent.class, Kind.THROW),
          Map.entry(BoundaryEvent.class, Kind.BOUNDARY),
          Map.entry(ExclusiveGateway.class, Kind.EXCLUSIVE),
          Map.entry(ParallelGateway.class, Kind.PARALLEL),
          Map.entry(InclusiveGateway.class, Kind.INCLUSIVE),
          Map.entry(EventBasedGateway.class, Kind.EVENT_BASED),
          Map.entry(CallActivity.class, Kind.CALL));

  private Elements() {}

  /** Null for what the kernel does not run. */
  static Kind kind(FlowNode element) {
    if (element instanceof Transaction || element instanceof ScriptTask) {
      return null;
    }
    if (element instanceof SubProcess subProcess) {
      return subProcess.triggeredByEvent() ? Kind.EVENT_SUBPROCESS : Kind.SUBPROCESS;
    }
    if (element instanceof IntermediateCatchEvent event) {
      boolean timer =
          event.getEventDefinitions().stream().anyMatch(TimerEventDefinition.class::isInstance);
      return timer ? Kind.TIMER : Kind.RECEIVE;
    }
    for (Map.Entry<Class<? extends FlowNode>, Kind> one : KINDS.entrySet()) {
      if (one.getKey().isInstance(element)) {
        return one.getValue();
      }
    }
    return element instanceof Task ? Kind.WORK : null;
  }

  static String describe(FlowNode element) {
    return element.getElementType().getTypeName() + " 类元素尚不支持，请改用支持的元素";
  }

  static Flow flow(SequenceFlow flow, int index) {
    ConditionExpression condition = flow.getConditionExpression();
    SequenceFlow byDefault =
        flow.getSource() instanceof ExclusiveGateway gateway
            ? gateway.getDefault()
            : flow.getSource() instanceof InclusiveGateway inclusive
                ? inclusive.getDefault()
                : null;
    return new Flow(
        index,
        flow.getId(),
        flow.getName(),
        condition == null ? null : condition(flow.getId(), condition),
        flow.equals(byDefault),
        TaskReader.executionListeners(flow, "take"));
  }

  private static Expression condition(String id, ConditionExpression condition) {
    if (condition.getLanguage() != null && !condition.getLanguage().isBlank()) {
      throw Refusal.at("元素 " + id, "条件只能写成 ${…} 表达式，现为脚本 " + condition.getLanguage());
    }
    return expression(id, condition.getTextContent());
  }

  /**
   * @throws Problem naming the element when the text cannot be read
   */
  static Expression expression(String element, String text) {
    try {
      return Expression.parse(text.strip());
    } catch (IllegalArgumentException unreadable) {
      throw Refusal.at("元素 " + element, unreadable.getMessage());
    }
  }

  static List<Expression> expressions(String element, List<String> texts) {
    return texts.stream().map(text -> expression(element, text)).toList();
  }
}
