package io.onewindow.casefile.material;

import io.onewindow.department.Departments;
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

  private record Question(String definitionId, String jurisdiction) {}

  private final RepositoryService repository;
  private final Departments departments;
  private final Map<Question, Set<String>> known = new ConcurrentHashMap<>();

  CaseFunctions(RepositoryService repository, Departments departments) {
    this.repository = repository;
    this.departments = departments;
  }

  /**
   * @return group ids, those acting in a role as they do in that jurisdiction; a group that another
   *     expression names is known only once its task is there
   */
  Set<String> of(String processDefinitionId, String jurisdiction) {
    return known.computeIfAbsent(
        new Question(processDefinitionId, jurisdiction),
        question -> {
          Set<String> groups = new HashSet<>();
          collect(question, groups, new HashSet<>());
          return Set.copyOf(groups);
        });
  }

  private void collect(Question question, Set<String> groups, Set<String> seen) {
    String definitionId = question.definitionId();
    if (!seen.add(definitionId)) {
      return;
    }
    BpmnModelInstance model = repository.getBpmnModelInstance(definitionId);
    for (UserTask task : model.getModelElementsByType(UserTask.class)) {
      String named = task.getCamundaCandidateGroups();
      if (named != null && !named.contains("${")) {
        Arrays.stream(named.split(",")).map(String::strip).forEach(groups::add);
      }
      groups.addAll(departments.actingGroups(named, question.jurisdiction()));
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
        collect(new Question(called.getId(), question.jurisdiction()), groups, seen);
      }
    }
  }
}
