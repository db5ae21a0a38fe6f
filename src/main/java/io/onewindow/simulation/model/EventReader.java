package io.onewindow.simulation.model;

import java.util.Collection;
import java.util.List;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.CompensateEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ConditionalEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.EscalationEventDefinition;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.SignalEventDefinition;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.TerminateEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ThrowEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;

/** Reads what an event waits for or throws. */
final class EventReader {

  private EventReader() {}

  /** Why the event cannot be run, or null. */
  static String unsupported(FlowNode element) {
    Collection<EventDefinition> all = definitions(element);
    if (all.size() > 1) {
      return "一个事件有多个定义";
    }
    for (EventDefinition one : all) {
      if (type(one) == null) {
        return one.getElementType().getTypeName() + " 尚不支持";
      }
      boolean thrown = element instanceof ThrowEvent;
      if (thrown && one instanceof TimerEventDefinition) {
        return "抛出事件不能是定时";
      }
    }
    return null;
  }

  static void read(FlowNode element, Node node) {
    boolean interrupting =
        element instanceof BoundaryEvent boundary
            ? boundary.cancelActivity()
            : !(element instanceof StartEvent start) || start.isInterrupting();
    for (EventDefinition one : definitions(element)) {
      node.on(trigger(element.getId(), one), interrupting);
    }
  }

  /** An event subprocess is triggered by what its start event waits for. */
  static void readStart(Node subprocess) {
    Node start = subprocess.inside().start();
    if (subprocess.kind() == Kind.EVENT_SUBPROCESS && start != null) {
      subprocess.on(start.trigger(), start.isInterrupting());
    }
  }

  private static Collection<EventDefinition> definitions(FlowNode element) {
    if (element instanceof CatchEvent event) {
      return event.getEventDefinitions();
    }
    return element instanceof ThrowEvent event ? event.getEventDefinitions() : List.of();
  }

  private static Trigger trigger(String element, EventDefinition definition) {
    return new Trigger(
        type(definition),
        code(definition),
        codeVariable(definition),
        definition instanceof TimerEventDefinition timer ? timer(element, timer) : null);
  }

  private static Trigger.Type type(EventDefinition definition) {
    if (definition instanceof TimerEventDefinition) {
      return Trigger.Type.TIMER;
    }
    if (definition instanceof ErrorEventDefinition) {
      return Trigger.Type.ERROR;
    }
    if (definition instanceof EscalationEventDefinition) {
      return Trigger.Type.ESCALATION;
    }
    if (definition instanceof TerminateEventDefinition) {
      return Trigger.Type.TERMINATE;
    }
    boolean message =
        definition instanceof MessageEventDefinition
            || definition instanceof SignalEventDefinition
            || definition instanceof ConditionalEventDefinition;
    return message && !(definition instanceof CompensateEventDefinition)
        ? Trigger.Type.MESSAGE
        : null;
  }

  private static String code(EventDefinition definition) {
    if (definition instanceof ErrorEventDefinition error && error.getError() != null) {
      return error.getError().getErrorCode();
    }
    if (definition instanceof EscalationEventDefinition one && one.getEscalation() != null) {
      return one.getEscalation().getEscalationCode();
    }
    return null;
  }

  private static String codeVariable(EventDefinition definition) {
    if (definition instanceof ErrorEventDefinition error) {
      return error.getCamundaErrorCodeVariable();
    }
    return definition instanceof EscalationEventDefinition
        ? definition.getAttributeValueNs(TaskReader.CAMUNDA, "escalationCodeVariable")
        : null;
  }

  static Timer timer(String element, TimerEventDefinition timer) {
    if (timer.getTimeDate() != null) {
      return timer(Timer.Kind.DATE, element, timer.getTimeDate().getTextContent());
    }
    if (timer.getTimeDuration() != null) {
      return timer(Timer.Kind.DURATION, element, timer.getTimeDuration().getTextContent());
    }
    return timer(Timer.Kind.CYCLE, element, timer.getTimeCycle().getTextContent());
  }

  private static Timer timer(Timer.Kind kind, String element, String text) {
    return new Timer(kind, Elements.expression(element, text));
  }
}
