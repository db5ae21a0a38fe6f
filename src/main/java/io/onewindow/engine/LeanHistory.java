package io.onewindow.engine;

import java.util.Date;
import org.camunda.bpm.engine.impl.db.entitymanager.DbEntityManager;
import org.camunda.bpm.engine.impl.history.event.HistoricActivityInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricScopeInstanceEvent;
import org.camunda.bpm.engine.impl.history.event.HistoricTaskInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.handler.DbHistoryEventHandler;

/**
 * Writes the engine's history. When a task or an element began is read only when it ends, to know
 * how long it took; the engine reads it at every change, as when somebody claims the task.
 */
final class LeanHistory extends DbHistoryEventHandler {

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
    String question =
        step instanceof HistoricTaskInstanceEventEntity
            ? "selectStartOfTask"
            : "selectStartOfActivity";
    return (Date) getDbEntityManager().selectOne(question, step.getId());
  }
}
