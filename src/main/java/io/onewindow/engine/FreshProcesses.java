package io.onewindow.engine;

import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionManager;

/** Has the engine go by the model it has deployed, while that has just been read. */
final class FreshProcesses extends ProcessDefinitionManager {

  private final FreshModels fresh;

  FreshProcesses(FreshModels fresh) {
    this.fresh = fresh;
  }

  @Override
  public ProcessDefinitionEntity findLatestDefinitionById(String id) {
    return fresh.definition(
        id,
        () ->
            Context.getProcessEngineConfiguration()
                .getDeploymentCache()
                .getProcessDefinitionCache()
                .get(id),
        () -> super.findLatestDefinitionById(id));
  }
}
