package io.onewindow.supervision.figures;

import io.onewindow.engine.Callers;
import io.onewindow.problem.Problem;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.stereotype.Component;

/** The deployed models; who asks for figures may ask for those of any. */
@Component
class Definitions {

  private final RepositoryService repository;
  private final Callers callers;

  Definitions(RepositoryService repository, Callers callers) {
    this.repository = repository;
    this.callers = callers;
  }

  /** Every version of a model, the newest first. */
  List<ProcessDefinition> all(String key) {
    return callers.asSystem(
        () ->
            repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(key)
                .orderByProcessDefinitionVersion()
                .desc()
                .list());
  }

  /** Every model in its newest version, by name. */
  List<ProcessDefinition> newest() {
    return callers.asSystem(
        () ->
            repository
                .createProcessDefinitionQuery()
                .latestVersion()
                .orderByProcessDefinitionName()
                .asc()
                .list());
  }

  /**
   * Every version of the model with that key, or of the one with that id, the newest first.
   *
   * @throws Problem 400 when there is none
   */
  List<ProcessDefinition> named(String keyOrId) {
    List<ProcessDefinition> ofId =
        callers.asSystem(
            () -> repository.createProcessDefinitionQuery().processDefinitionId(keyOrId).list());
    List<ProcessDefinition> found = all(ofId.isEmpty() ? keyOrId : ofId.get(0).getKey());
    if (found.isEmpty()) {
      throw Problem.badRequest("unknown-version", "没有编号为“" + keyOrId + "”的流程定义，可能已经删除；请刷新页面后重新选择。");
    }
    return found;
  }
}
