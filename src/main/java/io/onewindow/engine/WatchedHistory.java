package io.onewindow.engine;

import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.history.event.HistoricScopeInstanceEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.UserOperationLogEntryEventEntity;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;

/**
 * Tells of every instance, element and task whose history grows; variables are left out. What the
 * engine's operation log says is noted for {@link EngineOperation}.
 */
final class WatchedHistory implements HistoryEventHandler {

  private final Supplier<Touches> touches;

  WatchedHistory(Supplier<Touches> touches) {
    this.touches = touches;
  }

  @Override
  public void handleEvent(HistoryEvent event) {
    if (event instanceof HistoricScopeInstanceEvent && event.getRootProcessInstanceId() != null) {
      touches.get().touched(event.getRootProcessInstanceId());
    } else if (event instanceof UserOperationLogEntryEventEntity entry) {
      OperationNotes.atHand().add(entry);
    }
  }

  @Override
  public void handleEvents(List<HistoryEvent> events) {
    events.forEach(this::handleEvent);
  }
}
