package io.onewindow.demo;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.ExtensionElements;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaExecutionListener;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOutputParameter;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/**
 * Takes everything of ours out of a model and leaves its elements and timers: no listener, no due
 * date, timers far away and listeners to them that do nothing, delegates that do nothing, and
 * conditions that say which way the case went before.
 */
final class BareModels {

  private static final String FAR = "2099-01-01T00:00:00";

  private BareModels() {}

  static BpmnModelInstance stripped(BpmnModelInstance deployed) {
    BpmnModelInstance model = deployed.clone();
    removeAll(model, CamundaExecutionListener.class);
    for (CamundaTaskListener one :
        List.copyOf(model.getModelElementsByType(CamundaTaskListener.class))) {
      if (one.getCamundaEvent().equals(TaskListener.EVENTNAME_TIMEOUT)) {
        one.setCamundaExpression("${true}");
      } else {
        one.getParentElement().removeChildElement(one);
      }
    }
    for (UserTask task : model.getModelElementsByType(UserTask.class)) {
      task.removeAttributeNs("http://camunda.org/schema/1.0/bpmn", "dueDate");
      task.removeAttributeNs("http://camunda.org/schema/1.0/bpmn", "followUpDate");
      task.removeAttributeNs("http://camunda.org/schema/1.0/bpmn", "assignee");
      if (task.getCamundaCandidateGroups() != null) {
        task.setCamundaCandidateGroups(plain(task.getCamundaCandidateGroups()));
      }
    }
    for (ServiceTask task : model.getModelElementsByType(ServiceTask.class)) {
      task.removeAttributeNs("http://camunda.org/schema/1.0/bpmn", "delegateExpression");
      task.setCamundaExpression("${true}");
    }
    for (TimerEventDefinition timer : model.getModelElementsByType(TimerEventDefinition.class)) {
      if (timer.getTimeDate() != null) {
        timer.getTimeDate().setTextContent(FAR);
      }
    }
    for (CallActivity call : model.getModelElementsByType(CallActivity.class)) {
      for (CamundaIn in : descendants(call, CamundaIn.class)) {
        if (in.getCamundaSourceExpression() != null) {
          in.setCamundaSourceExpression(plain(in.getCamundaSourceExpression()));
        }
      }
    }
    for (CamundaInputParameter one : model.getModelElementsByType(CamundaInputParameter.class)) {
      one.setTextContent(plain(one.getTextContent()));
    }
    for (CamundaOutputParameter one : model.getModelElementsByType(CamundaOutputParameter.class)) {
      one.setTextContent(plain(one.getTextContent()));
    }
    for (SequenceFlow flow : model.getModelElementsByType(SequenceFlow.class)) {
      conditions(flow);
    }
    return model;
  }

  private static void conditions(SequenceFlow flow) {
    ConditionExpression condition = flow.getConditionExpression();
    if (condition == null) {
      return;
    }
    FlowNode source = flow.getSource();
    condition.setTextContent(
        "${score.takes(execution,'%s','%s')}".formatted(source.getId(), flow.getId()));
    boolean watched = !descendants(source, CamundaExecutionListener.class).isEmpty();
    if (!watched) {
      if (source.getExtensionElements() == null) {
        source.setExtensionElements(source.getModelInstance().newInstance(ExtensionElements.class));
      }
      CamundaExecutionListener listener =
          source.getExtensionElements().addExtensionElement(CamundaExecutionListener.class);
      listener.setCamundaEvent("start");
      listener.setCamundaExpression("${score.visits(execution,'%s')}".formatted(source.getId()));
    }
  }

  /** What asks one of our beans is answered by a constant. */
  private static String plain(String expression) {
    return expression.matches(".*\\$\\{.*[a-zA-Z]\\.[a-zA-Z].*") ? "approval" : expression;
  }

  private static <T extends ModelElementInstance> void removeAll(
      BpmnModelInstance model, Class<T> type) {
    Collection<T> found = new ArrayList<>(model.getModelElementsByType(type));
    found.forEach(one -> one.getParentElement().removeChildElement(one));
  }

  private static <T extends ModelElementInstance> List<T> descendants(
      BaseElement element, Class<T> type) {
    return element.getExtensionElements() == null
        ? List.of()
        : List.copyOf(element.getExtensionElements().getChildElementsByType(type));
  }
}
