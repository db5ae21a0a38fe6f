package io.onewindow.exchange;

import io.onewindow.problem.StartRefused;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/**
 * Refuses to start where a system is to be told of a step that no service has: it would never hear
 * of anything, and nobody of that. The models are looked at as they are deployed now, by a node: a
 * command may come before the first of them.
 */
@Component
@ConditionalOnWebApplication
class StepsCheck implements SmartInitializingSingleton {

  private final DepartmentSystems systems;
  private final RepositoryService repository;

  StepsCheck(DepartmentSystems systems, RepositoryService repository) {
    this.systems = systems;
    this.repository = repository;
  }

  /**
   * @throws StartRefused naming each step that is unknown
   */
  @Override
  public void afterSingletonsInstantiated() {
    if (systems.all().stream().allMatch(one -> one.connection().steps().isEmpty())) {
      return;
    }
    Set<String> known = knownSteps();
    List<String> refusals =
        systems.all().stream()
            .flatMap(one -> ConnectionCheck.unknownSteps(one, known).stream())
            .toList();
    if (!refusals.isEmpty()) {
      throw new StartRefused(refusals);
    }
  }

  private Set<String> knownSteps() {
    return repository.createProcessDefinitionQuery().latestVersion().list().stream()
        .map(ProcessDefinition::getId)
        .map(repository::getBpmnModelInstance)
        .flatMap(model -> model.getModelElementsByType(UserTask.class).stream())
        .map(UserTask::getId)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
