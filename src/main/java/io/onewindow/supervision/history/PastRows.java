package io.onewindow.supervision.history;

import io.onewindow.promise.ClockEvent;
import io.onewindow.promise.StepClock;
import io.onewindow.supervision.history.PastCase.PastInstance;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** Rows of the engine's history and of our own tables. */
final class PastRows {

  /** The engine's numbers for the ways an activity ends: 2 is cancelled. */
  private static final int CANCELLED = 2;

  private PastRows() {}

  static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  static PastCase file(ResultSet row, int number) throws SQLException {
    return new PastCase(
        row.getString("receipt_no"),
        row.getString("jurisdiction"),
        row.getString("service"),
        row.getString("process_instance_id"),
        null,
        row.getString("state"),
        row.getString("channel"),
        instant(row, "received_at"),
        instant(row, "accepted_at"),
        instant(row, "closed_at"),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  static PastCase with(
      PastCase file,
      String applicant,
      List<PastInstance> instances,
      List<PastActivity> activities,
      List<StepClock> clocks,
      List<ClockEvent> events,
      List<PastPause> pauses) {
    return new PastCase(
        file.receiptNo(),
        file.jurisdiction(),
        file.service(),
        file.processInstanceId(),
        applicant,
        file.state(),
        file.channel(),
        file.receivedAt(),
        file.acceptedAt(),
        file.closedAt(),
        instances,
        activities,
        clocks,
        events,
        pauses);
  }

  static PastInstance instance(ResultSet row) throws SQLException {
    return new PastInstance(
        row.getString("proc_inst_id_"),
        row.getString("proc_def_id_"),
        row.getString("proc_def_key_"),
        row.getString("state_"));
  }

  static PastActivity activity(ResultSet row, Map<String, String> groups) throws SQLException {
    String name = row.getString("act_name_");
    return new PastActivity(
        row.getString("id_"),
        row.getString("proc_inst_id_"),
        row.getString("proc_def_id_"),
        row.getString("proc_def_key_"),
        row.getString("act_id_"),
        name == null || name.isBlank() ? row.getString("act_id_") : name,
        row.getString("act_type_"),
        row.getString("execution_id_"),
        row.getString("parent_act_inst_id_"),
        groups.get(row.getString("task_id_")),
        row.getString("assignee_"),
        ofEngine(row, "start_time_"),
        ofEngine(row, "end_time_"),
        row.getInt("act_inst_state_") == CANCELLED,
        row.getLong("sequence_counter_"));
  }

  static ClockEvent clockEvent(ResultSet row, int number) throws SQLException {
    return new ClockEvent(
        row.getString("process_instance_id"),
        row.getString("clock_id"),
        ClockEvent.Kind.valueOf(row.getString("kind")),
        instant(row, "happened_at"),
        row.getString("actor"),
        // what somebody wrote is sealed, and no history is told of it
        null,
        row.getString("notice_no"),
        instant(row, "old_due"),
        instant(row, "new_due"));
  }

  static PastPause pause(ResultSet row) throws SQLException {
    return new PastPause(instant(row, "paused_at"), instant(row, "resumed_at"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }

  /** The engine's columns have no zone: the machine's is meant, writing and reading. */
  private static Instant ofEngine(ResultSet row, String column) throws SQLException {
    Timestamp value = row.getTimestamp(column);
    return value == null ? null : value.toInstant();
  }
}
