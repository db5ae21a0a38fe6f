package io.onewindow.desk.action;

import io.onewindow.engine.WithinTransaction;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether a task has anything that few tasks have. Every event of a task asks, so all of it is read
 * in one go and once in a transaction; a task that comes up in the transaction has nothing yet.
 */
@Component
class TaskMarks {

  /**
   * What a task has or has had.
   *
   * @param signed people who sign it one after the other
   * @param asking inquiries
   * @param atDeputy a deputy it came to
   */
  record Marks(boolean signed, boolean asking, boolean atDeputy) {}

  private static final Marks NONE = new Marks(false, false, false);

  private final JdbcClient jdbc;
  private final WithinTransaction<Map<String, Marks>> known = new WithinTransaction<>();

  TaskMarks(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Marks of(String taskId) {
    return known.get(HashMap::new).computeIfAbsent(taskId, this::read);
  }

  private Marks read(String taskId) {
    return jdbc.sql(
            """
            select (select count(*) from ow_signer where task_id = ?),
              (select count(*) from ow_inquiry where task_id = ?),
              (select count(*) from ow_deputy_task where task_id = ?)
            """)
        .params(taskId, taskId, taskId)
        .query((row, n) -> new Marks(row.getLong(1) > 0, row.getLong(2) > 0, row.getLong(3) > 0))
        .single();
  }

  /** Something of the task is about to be written. */
  void changed(String taskId) {
    known.get(HashMap::new).remove(taskId);
  }

  @EventListener(condition = "#task.eventName == 'create'")
  @Order(Ordered.HIGHEST_PRECEDENCE)
  void created(DelegateTask task) {
    known.get(HashMap::new).put(task.getId(), NONE);
  }
}
