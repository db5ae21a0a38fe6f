package io.onewindow.casefile.progress;

import io.onewindow.casefile.progress.ModelWalk.Place;
import java.util.Collection;
import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.stereotype.Component;

/** The models a case runs by: where a task stands in them, and where a call leads. */
@Component
class CaseModels {

  private final HistoryService history;
  private final RepositoryService repository;

  CaseModels(HistoryService history, RepositoryService repository) {
    this.history = history;
    this.repository = repository;
  }

  /** The task's element; null for a task that no model has. */
  UserTask element(HistoricTaskInstance task) {
    return task.getTaskDefinitionKey() == null
        ? null
        : repository
            .getBpmnModelInstance(task.getProcessDefinitionId())
            .getModelElementById(task.getTaskDefinitionKey());
  }

  /** Where an open task stands, with the calls that led there. */
  Place place(HistoricTaskInstance task) {
    return new Place(element(task), caller(task.getProcessInstanceId()));
  }

  private Place caller(String processInstanceId) {
    HistoricProcessInstance called = instance(processInstanceId);
    if (called.getSuperProcessInstanceId() == null) {
      return null;
    }
    HistoricProcessInstance calling = instance(called.getSuperProcessInstanceId());
    String call =
        history
            .createHistoricActivityInstanceQuery()
            .processInstanceId(calling.getId())
            .activityType("callActivity")
            .list()
            .stream()
            .filter(one -> processInstanceId.equals(one.getCalledProcessInstanceId()))
            .map(HistoricActivityInstance::getActivityId)
            .findFirst()
            .orElseThrow();
    FlowNode node =
        repository.getBpmnModelInstance(calling.getProcessDefinitionId()).getModelElementById(call);
    return new Place(node, caller(calling.getId()));
  }

  private HistoricProcessInstance instance(String id) {
    return history.createHistoricProcessInstanceQuery().processInstanceId(id).singleResult();
  }

  /** How the newest version of the called process begins; empty for a call by expression. */
  Collection<StartEvent> called(CallActivity call) {
    ProcessDefinition newest =
        repository
            .createProcessDefinitionQuery()
            .processDefinitionKey(call.getCalledElement())
            .withoutTenantId()
            .latestVersion()
            .singleResult();
    return newest == null
        ? List.of()
        : repository
            .getBpmnModelInstance(newest.getId())
            .getModelElementsByType(Process.class)
            .stream()
            .flatMap(process -> process.getChildElementsByType(StartEvent.class).stream())
            .toList();
  }
}
