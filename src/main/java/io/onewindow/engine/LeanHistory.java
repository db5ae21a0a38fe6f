package io.onewindow.engine;

import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.entitymanager.DbEntityManager;
import org.camunda.bpm.engine.impl.history.event.HistoricActivityInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricScopeInstanceEvent;
import org.camunda.bpm.engine.impl.history.event.HistoricTaskInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.handler.DbHistoryEventHandler;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/**
 * Writes the engine's history. When a task or an element began is read only when it ends, to know
 * how long it took, and for all elements of an instance at once; the engine reads it at every
 * change, as when somebody claims the task.
 */
final class LeanHistory extends DbHistoryEventHandler {

  private final WithinTransaction<Map<String, Map<String, Date>>> starts =
      new WithinTransaction<>();

  @Override
  protected void insertOrUpdate(HistoryEvent event) {
    if (!isInitialEvent(event) && isStep(event)) {
      changed((HistoricScopeInstanceEvent) event);
    } else {
      super.insertOrUpdate(event);
    }
  }

  private static boolean isStep(HistoryEvent event) {
    return event instanceof HistoricTaskInstanceEventEntity
        || event instanceof HistoricActivityInstanceEventEntity;
  }

  private void changed(HistoricScopeInstanceEvent step) {
    DbEntityManager rows = getDbEntityManager();
    boolean isKnown = rows.getCachedEntity(step.getClass(), step.getId()) != null;
    if (step.getEndTime() != null && step.getStartTime() == null) {
      step.setStartTime(startOf(step));
    }
    if (!isKnown) {
      rows.merge(step);
    }
  }

  /** Null for what has left no history. */
  private Date startOf(HistoricScopeInstanceEvent step) {
    DbEntityManager rows = getDbEntityManager();
    if (step instanceof HistoricActivityInstanceEventEntity) {
      Date start =
          starts
              .get(HashMap::new)
              .computeIfAbsent(step.getProcessInstanceId(), LeanHistory::startsIn)
              .get(step.getId());
      return start == null ? (Date) rows.selectOne("selectStartOfActivity", step.getId()) : start;
    }
    TaskEntity task = rows.getCachedEntity(TaskEntity.class, step.getId());
    return task == null
        ? (Date) rows.selectOne("selectStartOfTask", step.getId())
        : task.getCreateTime();
  }

  /** Of what has not ended yet in the instance, by id. */
  @SuppressWarnings("unchecked")
  private static Map<String, Date> startsIn(String processInstanceId) {
    Map<String, Date> starts = new HashMap<>();
    ((List<Map<String, Object>>)
            Context.getCommandContext()
                .getDbEntityManager()
                .selectListWithRawParameter(
                    "selectStartsOfActivities", processInstanceId, 0, Integer.MAX_VALUE))
        .forEach(one -> starts.put((String) one.get("id"), (Date) one.get("start")));
    return starts;
  }
}
