package io.onewindow.engine;

import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionEntity;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionManager;

/** Has the engine go by the decision table it has deployed, while that has just been read. */
final class FreshDecisions extends DecisionDefinitionManager {

  private final FreshModels fresh;

  FreshDecisions(FreshModels fresh) {
    this.fresh = fresh;
  }

  @Override
  public DecisionDefinitionEntity findLatestDefinitionById(String id) {
    return fresh.definition(
        id,
        () ->
            Context.getProcessEngineConfiguration()
                .getDeploymentCache()
                .getDecisionDefinitionCache()
                .get(id),
        () -> super.findLatestDefinitionById(id));
  }
}
