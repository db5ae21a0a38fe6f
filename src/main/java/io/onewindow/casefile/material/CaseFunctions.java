package io.onewindow.casefile.material;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.stereotype.Component;

/** Which functions of government a model gives work to, in itself and in the parts it calls. */
@Component
class CaseFunctions {

  private final RepositoryService repository;
  private final Map<String, Set<String>> known = new ConcurrentHashMap<>();

  CaseFunctions(RepositoryService repository) {
    this.repository = repository;
  }

  /**
   * @return group ids; a group that an expression names is known only once its task is there
   */
  Set<String> of(String processDefinitionId) {
    return known.computeIfAbsent(
        processDefinitionId,
        id -> {
          Set<String> groups = new HashSet<>();
          collect(id, groups, new HashSet<>());
          return Set.copyOf(groups);
        });
  }

  private void collect(String definitionId, Set<String> groups, Set<String> seen) {
    if (!seen.add(definitionId)) {
      return;
    }
    BpmnModelInstance model = repository.getBpmnModelInstance(definitionId);
    for (UserTask task : model.getModelElementsByType(UserTask.class)) {
      String named = task.getCamundaCandidateGroups();
      if (named != null && !named.contains("${")) {
        Arrays.stream(named.split(",")).map(String::strip).forEach(groups::add);
      }
    }
    for (CallActivity call : model.getModelElementsByType(CallActivity.class)) {
      ProcessDefinition called =
          repository
              .createProcessDefinitionQuery()
              .processDefinitionKey(call.getCalledElement())
              .withoutTenantId()
              .latestVersion()
              .singleResult();
      if (called != null) {
        collect(called.getId(), groups, seen);
      }
    }
  }
}
