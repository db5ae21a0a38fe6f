package io.onewindow.engine;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.event.HistoricTaskInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.producer.CacheAwareHistoryEventProducer;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;

/**
 * Takes what history says of a model, which never changes, from the deployed one, and the beginning
 * of a task from the task.
 */
final class KnownModelEvents extends CacheAwareHistoryEventProducer {

  @Override
  protected ProcessDefinitionEntity getProcessDefinitionEntity(String id) {
    ProcessDefinitionEntity deployed =
        id == null
            ? null
            : Context.getProcessEngineConfiguration()
                .getDeploymentCache()
                .getProcessDefinitionCache()
                .get(id);
    return deployed == null ? super.getProcessDefinitionEntity(id) : deployed;
  }

  @Override
  public HistoryEvent createTaskInstanceCreateEvt(DelegateTask task) {
    HistoryEvent created = super.createTaskInstanceCreateEvt(task);
    ((HistoricTaskInstanceEventEntity) created).setStartTime(task.getCreateTime());
    return created;
  }
}
