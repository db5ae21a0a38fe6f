package io.onewindow.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;

/**
 * Where an execution stands in its case: models call shared parts and other services, and each call
 * is a process instance of its own.
 */
public final class CalledPart {

  private static final String SHARED_PART = "sharedPart";

  /** By id of the process definition, which never changes. */
  private static final Map<String, Boolean> SHARED_PARTS = new ConcurrentHashMap<>();

  private CalledPart() {}

  /** The process instances around an execution: its own first, that of the whole case last. */
  public static List<DelegateExecution> instances(DelegateExecution execution) {
    List<DelegateExecution> instances = new ArrayList<>();
    DelegateExecution at = execution;
    while (at != null) {
      DelegateExecution instance = at.getProcessInstance();
      instances.add(instance);
      at = instance.getSuperExecution();
    }
    return instances;
  }

  /** The process instance of the whole case. */
  public static DelegateExecution caseOf(DelegateExecution execution) {
    List<DelegateExecution> instances = instances(execution);
    return instances.get(instances.size() - 1);
  }

  /** The nearest process instance that is a service of its own, not a part that services share. */
  public static DelegateExecution serviceOf(DelegateExecution execution) {
    List<DelegateExecution> instances = instances(execution);
    return instances.stream()
        .filter(instance -> !isSharedPart(instance))
        .findFirst()
        .orElse(instances.get(instances.size() - 1));
  }

  private static boolean isSharedPart(DelegateExecution instance) {
    return SHARED_PARTS.computeIfAbsent(
        instance.getProcessDefinitionId(), definition -> isMarkedSharedPart(instance));
  }

  private static boolean isMarkedSharedPart(DelegateExecution instance) {
    return instance.getBpmnModelInstance().getModelElementsByType(Process.class).stream()
        .filter(Process::isExecutable)
        .filter(process -> process.getExtensionElements() != null)
        .flatMap(
            process ->
                process
                    .getExtensionElements()
                    .getElementsQuery()
                    .filterByType(CamundaProperties.class)
                    .list()
                    .stream())
        .flatMap(properties -> properties.getCamundaProperties().stream())
        .anyMatch(CalledPart::marksSharedPart);
  }

  private static boolean marksSharedPart(CamundaProperty property) {
    return SHARED_PART.equals(property.getCamundaName())
        && "true".equals(property.getCamundaValue());
  }
}
