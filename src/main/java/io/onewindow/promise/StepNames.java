package io.onewindow.promise;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.springframework.stereotype.Component;

/** The Chinese names of model elements, as the newest model of a service has them. */
@Component
class StepNames {

  private final RepositoryService repository;

  StepNames(RepositoryService repository) {
    this.repository = repository;
  }

  /** The element's name; its id where the newest model does not name it any more. */
  String of(String service, String activityId) {
    ProcessDefinition newest =
        repository
            .createProcessDefinitionQuery()
            .processDefinitionKey(service)
            .withoutTenantId()
            .latestVersion()
            .singleResult();
    ModelElementInstance element =
        newest == null
            ? null
            : repository.getBpmnModelInstance(newest.getId()).getModelElementById(activityId);
    return element instanceof FlowElement named && named.getName() != null
        ? named.getName()
        : activityId;
  }
}
