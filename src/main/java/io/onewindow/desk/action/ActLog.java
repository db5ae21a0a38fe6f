package io.onewindow.desk.action;

import io.onewindow.casefile.paper.Vault;
import io.onewindow.engine.CallOrigin;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The audit of officers' acts. Rows are only ever added, in the transaction of the act: an act
 * without its record does not happen.
 */
@Repository
public class ActLog {

  /** What the sealed reasons are sealed for. */
  public static final String REASON = "ow_action.reason";

  private final JdbcClient jdbc;
  private final Clock time;
  private final CallOrigin origin;
  private final Vault vault;

  ActLog(JdbcClient jdbc, Clock time, CallOrigin origin, Vault vault) {
    this.jdbc = jdbc;
    this.time = time;
    this.origin = origin;
    this.vault = vault;
  }

  /** Notes an act on a task. */
  void write(Act act, TaskAtHand task, String fromWhom, String toWhom, String reason) {
    write(
        new ActRecord(
            null,
            act,
            task.file().receiptNo(),
            task.file().jurisdiction(),
            task.task().getProcessInstanceId(),
            task.task().getTaskDefinitionKey(),
            task.task().getId(),
            task.task().getName(),
            task.caller().id(),
            task.onBehalfOf(),
            fromWhom,
            toWhom,
            reason,
            null,
            null,
            null));
  }

  /** Notes an act; id, origin and time are filled in here. */
  public void write(ActRecord record) {
    jdbc.sql(
            """
            insert into ow_action (id, action, receipt_no, jurisdiction, process_instance_id,
              activity_id, task_id, task_name, actor, on_behalf_of, from_whom, to_whom, reason,
              face, address, happened_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            Arrays.asList(
                UUID.randomUUID().toString(),
                record.act().name(),
                record.receiptNo(),
                record.jurisdiction(),
                record.processInstanceId(),
                record.activityId(),
                record.taskId(),
                record.taskName(),
                record.actor(),
                record.onBehalfOf(),
                record.fromWhom(),
                record.toWhom(),
                vault.seal(REASON, record.reason()),
                origin.face(),
                origin.address(),
                time.instant().truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC)))
        .update();
  }

  /** What was done on a case, in the order it happened. */
  public List<ActRecord> ofCase(String receiptNo) {
    return jdbc.sql("select * from ow_action where receipt_no = ? order by happened_at, id")
        .param(receiptNo)
        .query(this::record)
        .list();
  }

  private ActRecord record(ResultSet row, int number) throws SQLException {
    return new ActRecord(
        row.getString("id"),
        Act.valueOf(row.getString("action")),
        row.getString("receipt_no"),
        row.getString("jurisdiction"),
        row.getString("process_instance_id"),
        row.getString("activity_id"),
        row.getString("task_id"),
        row.getString("task_name"),
        row.getString("actor"),
        row.getString("on_behalf_of"),
        row.getString("from_whom"),
        row.getString("to_whom"),
        vault.open(REASON, row.getString("reason")),
        row.getString("face"),
        row.getString("address"),
        row.getObject("happened_at", OffsetDateTime.class).toInstant());
  }
}
