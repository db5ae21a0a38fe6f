package io.onewindow.promise;

import static io.onewindow.promise.Rows.at;
import static io.onewindow.promise.Rows.instant;

import io.onewindow.calendar.LimitUnit;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** A clock as a row of {@code ow_clock}. */
final class ClockRows {

  static final String INSERT =
      """
      insert into ow_clock (id, process_instance_id, called_instance_id, activity_id, execution_id,
        jurisdiction, service, step, category, basis, promise_id, statute_id, limit_value, limit_unit, started_at,
        effective_from, warning_at, due_at, statutory_due_at, provisional, estimated_from,
        light, paused_at, recorded_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  static final String RECOUNT =
      """
      update ow_clock set basis = ?, promise_id = ?, statute_id = ?, limit_value = ?,
        limit_unit = ?, effective_from = ?, warning_at = ?, due_at = ?, statutory_due_at = ?,
        provisional = ?, estimated_from = ?
      where id = ?
      """;

  private ClockRows() {}

  /** What {@link #INSERT} asks for. */
  static List<Object> inserted(StepClock clock, Instant recordedAt) {
    return Arrays.asList(
        clock.id(),
        clock.processInstanceId(),
        clock.calledInstanceId(),
        clock.activityId(),
        clock.executionId(),
        clock.jurisdiction(),
        clock.service(),
        clock.step(),
        clock.category(),
        clock.basis().name(),
        clock.promiseId(),
        clock.statuteId(),
        clock.value(),
        clock.unit() == null ? null : clock.unit().name(),
        at(clock.startedAt()),
        at(clock.effectiveFrom()),
        at(clock.warningAt()),
        at(clock.dueAt()),
        at(clock.statutoryDueAt()),
        clock.provisional(),
        clock.estimatedFrom(),
        clock.light().name(),
        at(clock.pausedAt()),
        at(recordedAt));
  }

  /** What {@link #RECOUNT} asks for. */
  static Object[] recounted(StepClock clock) {
    return new Object[] {
      clock.basis().name(),
      clock.promiseId(),
      clock.statuteId(),
      clock.value(),
      clock.unit() == null ? null : clock.unit().name(),
      at(clock.effectiveFrom()),
      at(clock.warningAt()),
      at(clock.dueAt()),
      at(clock.statutoryDueAt()),
      clock.provisional(),
      clock.estimatedFrom(),
      clock.id()
    };
  }

  static StepClock clock(ResultSet row, int number) throws SQLException {
    String unit = row.getString("limit_unit");
    return new StepClock(
        row.getString("id"),
        row.getString("process_instance_id"),
        row.getString("called_instance_id"),
        row.getString("activity_id"),
        row.getString("execution_id"),
        row.getString("jurisdiction"),
        row.getString("service"),
        row.getString("step"),
        row.getString("category"),
        Basis.valueOf(row.getString("basis")),
        row.getString("promise_id"),
        row.getString("statute_id"),
        row.getObject("limit_value", Integer.class),
        unit == null ? null : LimitUnit.valueOf(unit),
        instant(row, "started_at"),
        instant(row, "effective_from"),
        instant(row, "warning_at"),
        instant(row, "due_at"),
        instant(row, "statutory_due_at"),
        row.getBoolean("provisional"),
        row.getObject("estimated_from", Integer.class),
        Light.valueOf(row.getString("light")),
        instant(row, "stopped_at"),
        instant(row, "paused_at"),
        row.getObject("extended_by", Integer.class));
  }
}
