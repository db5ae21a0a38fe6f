package io.onewindow.engine;

import java.util.Set;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.HistoryLevelFull;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;

/**
 * The engine's full history without the lines that say a timer was written or went with its task:
 * the clock's own journal says when which date was set and moved. What a timer did when it fired,
 * and how it failed, is kept. What a decision table said is kept where a case asked it; who only
 * reads what is promised, or is refused, leaves no line. To the engine and its tables it is the
 * full history.
 */
final class KeptHistory extends HistoryLevelFull {

  private static final Set<HistoryEventType> SAID_ELSEWHERE =
      Set.of(HistoryEventTypes.JOB_CREATE, HistoryEventTypes.JOB_DELETE);

  @Override
  public boolean isHistoryEventProduced(HistoryEventType event, Object entity) {
    return !SAID_ELSEWHERE.contains(event)
        && (event != HistoryEventTypes.DMN_DECISION_EVALUATE
            || Context.getCoreExecutionContext() != null);
  }

  /** The engine compares with its own level to know whether details are kept. */
  @Override
  public boolean equals(Object other) {
    return other instanceof HistoryLevelFull;
  }

  @Override
  public int hashCode() {
    return getId();
  }
}
