package io.onewindow.supervision.fact;

import io.onewindow.promise.Basis;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Facts as rows of their tables. */
public final class FactRows {

  static final String CASE_COLUMNS =
      "process_instance_id, receipt_no, whole, definition_id, service, version, jurisdiction, state,"
          + " started_at, ended_at, gross_ms, working_ms, net_ms, clock_id, basis, promise_id,"
          + " due_at, paused_at, outcome, decided_at, shares, shared_to, trials";

  static final String STEP_COLUMNS =
      "id, receipt_no, service_instance_id, service, definition_id, process_key, version,"
          + " jurisdiction, activity_id, activity_type, container, task_id, department, person,"
          + " for_applicant, started_at, taken_at, ended_at, gross_ms, working_ms, net_ms,"
          + " waiting_ms, clock_id, basis, promise_id, due_at, paused_at, outcome, decided_at,"
          + " returned, last_at_join";

  private FactRows() {}

  static Object[] values(CaseFact fact) {
    List<Object> values = new ArrayList<>();
    values.add(fact.processInstanceId());
    values.add(fact.receiptNo());
    values.add(fact.whole());
    values.add(fact.definitionId());
    values.add(fact.service());
    values.add(fact.version());
    values.add(fact.jurisdiction());
    values.add(fact.state());
    values.add(at(fact.startedAt()));
    values.add(at(fact.endedAt()));
    add(values, fact.spent());
    add(values, fact.limit());
    values.add(ShareFact.written(fact.shares()));
    values.add(at(fact.sharedTo()));
    values.add(TrialFact.written(fact.trials()));
    return values.toArray();
  }

  static Object[] values(StepFact fact) {
    List<Object> values = new ArrayList<>();
    values.add(fact.id());
    values.add(fact.receiptNo());
    values.add(fact.serviceInstanceId());
    values.add(fact.service());
    values.add(fact.definitionId());
    values.add(fact.processKey());
    values.add(fact.version());
    values.add(fact.jurisdiction());
    values.add(fact.activityId());
    values.add(fact.activityType());
    values.add(fact.container());
    values.add(fact.taskId());
    values.add(fact.department());
    values.add(fact.person());
    values.add(fact.forApplicant());
    values.add(at(fact.startedAt()));
    values.add(at(fact.takenAt()));
    values.add(at(fact.endedAt()));
    add(values, fact.spent());
    values.add(fact.waiting());
    add(values, fact.limit());
    values.add(fact.returned());
    values.add(fact.lastAtJoin());
    return values.toArray();
  }

  private static void add(List<Object> values, Spent spent) {
    values.add(spent == null ? null : spent.gross());
    values.add(spent == null ? null : spent.working());
    values.add(spent == null ? null : spent.net());
  }

  private static void add(List<Object> values, LimitFact limit) {
    values.add(limit == null ? null : limit.clockId());
    values.add(limit == null ? null : limit.basis().name());
    values.add(limit == null ? null : limit.promiseId());
    values.add(limit == null ? null : at(limit.dueAt()));
    values.add(limit == null ? null : at(limit.pausedAt()));
    values.add(limit == null || limit.outcome() == null ? null : limit.outcome().name());
    values.add(limit == null ? null : at(limit.decidedAt()));
  }

  /** A row of {@code ow_fact_case}. */
  public static CaseFact caseFact(ResultSet row, int number) throws SQLException {
    return new CaseFact(
        row.getString("process_instance_id"),
        row.getString("receipt_no"),
        row.getBoolean("whole"),
        row.getString("definition_id"),
        row.getString("service"),
        row.getInt("version"),
        row.getString("jurisdiction"),
        row.getString("state"),
        instant(row, "started_at"),
        instant(row, "ended_at"),
        spent(row),
        limit(row),
        ShareFact.read(row.getString("shares")),
        instant(row, "shared_to"),
        TrialFact.read(row.getString("trials")));
  }

  /** A row of {@code ow_fact_step}. */
  public static StepFact stepFact(ResultSet row, int number) throws SQLException {
    return new StepFact(
        row.getString("id"),
        row.getString("receipt_no"),
        row.getString("service_instance_id"),
        row.getString("service"),
        row.getString("definition_id"),
        row.getString("process_key"),
        row.getInt("version"),
        row.getString("jurisdiction"),
        row.getString("activity_id"),
        row.getString("activity_type"),
        row.getBoolean("container"),
        row.getString("task_id"),
        row.getString("department"),
        row.getString("person"),
        row.getBoolean("for_applicant"),
        instant(row, "started_at"),
        instant(row, "taken_at"),
        instant(row, "ended_at"),
        spent(row),
        row.getObject("waiting_ms", Long.class),
        limit(row),
        row.getBoolean("returned"),
        row.getInt("last_at_join"));
  }

  private static Spent spent(ResultSet row) throws SQLException {
    Long gross = row.getObject("gross_ms", Long.class);
    return gross == null
        ? null
        : new Spent(gross, row.getLong("working_ms"), row.getLong("net_ms"));
  }

  private static LimitFact limit(ResultSet row) throws SQLException {
    String clock = row.getString("clock_id");
    String outcome = row.getString("outcome");
    return clock == null
        ? null
        : new LimitFact(
            clock,
            Basis.valueOf(row.getString("basis")),
            row.getString("promise_id"),
            instant(row, "due_at"),
            instant(row, "paused_at"),
            outcome == null ? null : Outcome.valueOf(outcome),
            instant(row, "decided_at"));
  }

  /** Null stays null. */
  public static OffsetDateTime at(Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }

  /** Null stays null. */
  public static Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }
}
