package io.onewindow.promise;

import java.util.Optional;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.springframework.stereotype.Component;

/** The Chinese names of model elements, as the newest model of a service has them. */
@Component
public class StepNames {

  private final RepositoryService repository;
  private final HistoryService history;

  StepNames(RepositoryService repository, HistoryService history) {
    this.repository = repository;
    this.history = history;
  }

  /** The name of the element a clock runs for, as its own model has it while history tells. */
  String of(StepClock clock) {
    HistoricProcessInstance instance =
        history
            .createHistoricProcessInstanceQuery()
            .processInstanceId(clock.calledInstanceId())
            .singleResult();
    return instance == null
        ? of(clock.service(), clock.activityId())
        : named(
            repository.getBpmnModelInstance(instance.getProcessDefinitionId()), clock.activityId());
  }

  /**
   * The element's name in the newest model of the service or of the parts it calls; its id where
   * none of them names it any more.
   */
  public String of(String service, String activityId) {
    return inNewest(service, activityId).orElse(activityId);
  }

  private Optional<String> inNewest(String process, String activityId) {
    ProcessDefinition newest =
        repository
            .createProcessDefinitionQuery()
            .processDefinitionKey(process)
            .withoutTenantId()
            .latestVersion()
            .singleResult();
    if (newest == null) {
      return Optional.empty();
    }
    BpmnModelInstance model = repository.getBpmnModelInstance(newest.getId());
    return model.getModelElementById(activityId) instanceof FlowElement element
        ? Optional.ofNullable(element.getName())
        : model.getModelElementsByType(CallActivity.class).stream()
            .map(CallActivity::getCalledElement)
            .distinct()
            .flatMap(called -> inNewest(called, activityId).stream())
            .findFirst();
  }

  private static String named(BpmnModelInstance model, String activityId) {
    ModelElementInstance element = model.getModelElementById(activityId);
    return element instanceof FlowElement named && named.getName() != null
        ? named.getName()
        : activityId;
  }
}
