package io.onewindow.desk.action;

import io.onewindow.engine.WithinTransaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who stands in for whom, and which tasks came to a deputy by that. */
@Repository
class DeputyStore {

  private static final String IN_FORCE =
      " d.cancelled_at is null and d.begins_at <= ? and d.ends_at > ?";

  private final JdbcClient jdbc;
  private final TaskMarks marks;
  private final Clock time;
  private final WithinTransaction<Map<String, List<Deputyship>>> known = new WithinTransaction<>();

  DeputyStore(JdbcClient jdbc, TaskMarks marks, Clock time) {
    this.jdbc = jdbc;
    this.marks = marks;
    this.time = time;
  }

  void add(Deputyship one) {
    known.get(HashMap::new).clear();
    jdbc.sql(
            """
            insert into ow_deputy (id, absent, deputy, jurisdiction, begins_at, ends_at, reason,
              set_by, set_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            Arrays.asList(
                one.id(),
                one.absent(),
                one.deputy(),
                one.jurisdiction(),
                at(one.beginsAt()),
                at(one.endsAt()),
                one.reason(),
                one.setBy(),
                at(one.setAt())))
        .update();
  }

  void standsIn(String id, String processInstanceId) {
    jdbc.sql("update ow_deputy set process_instance_id = ? where id = ?")
        .params(processInstanceId, id)
        .update();
  }

  void cancel(String id, String by, Instant when) {
    known.get(HashMap::new).clear();
    jdbc.sql("update ow_deputy set cancelled_at = ?, cancelled_by = ? where id = ?")
        .params(at(when), by, id)
        .update();
  }

  Optional<Deputyship> find(String id) {
    return jdbc.sql("select * from ow_deputy where id = ?")
        .param(id)
        .query(DeputyStore::deputyship)
        .optional();
  }

  /** Those that have not ended, of these jurisdictions, the earliest first. */
  List<Deputyship> open(Collection<String> jurisdictions) {
    if (jurisdictions.isEmpty()) {
      return List.of();
    }
    return jdbc.sql(
            "select * from ow_deputy where jurisdiction in (:places) and cancelled_at is null"
                + " and ends_at > :now order by begins_at, id")
        .param("places", jurisdictions)
        .param("now", at(time.instant()))
        .query(DeputyStore::deputyship)
        .list();
  }

  /** Those in force now in a jurisdiction; every task that comes up in a transaction asks. */
  List<Deputyship> inForce(String jurisdiction) {
    return known.get(HashMap::new).computeIfAbsent(jurisdiction, this::read);
  }

  private List<Deputyship> read(String jurisdiction) {
    return jdbc.sql("select * from ow_deputy d where d.jurisdiction = ? and" + IN_FORCE)
        .params(jurisdiction, at(time.instant()), at(time.instant()))
        .query(DeputyStore::deputyship)
        .list();
  }

  /** Notes that the task came to the deputy: assigned outright, or to choose. */
  void got(String deputyshipId, String taskId, boolean assigned) {
    marks.changed(taskId);
    jdbc.sql("delete from ow_deputy_task where deputy_id = ? and task_id = ?")
        .params(deputyshipId, taskId)
        .update();
    jdbc.sql("insert into ow_deputy_task (deputy_id, task_id, assigned) values (?, ?, ?)")
        .params(deputyshipId, taskId, assigned)
        .update();
  }

  /** Tasks that came to the deputy in that way. */
  List<String> tasks(String deputyshipId, boolean assigned) {
    return jdbc.sql("select task_id from ow_deputy_task where deputy_id = ? and assigned = ?")
        .params(deputyshipId, assigned)
        .query(String.class)
        .list();
  }

  /** The absent person for whom that deputy has the task now. */
  Optional<String> absentOf(String taskId, String deputy) {
    if (!marks.of(taskId).atDeputy()) {
      return Optional.empty();
    }
    return jdbc
        .sql(
            "select d.absent from ow_deputy_task t join ow_deputy d on d.id = t.deputy_id"
                + " where t.task_id = ? and d.deputy = ? and"
                + IN_FORCE)
        .params(taskId, deputy, at(time.instant()), at(time.instant()))
        .query(String.class)
        .list()
        .stream()
        .findFirst();
  }

  private static OffsetDateTime at(Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }

  private static Deputyship deputyship(ResultSet row, int number) throws SQLException {
    return new Deputyship(
        row.getString("id"),
        row.getString("absent"),
        row.getString("deputy"),
        row.getString("jurisdiction"),
        instant(row, "begins_at"),
        instant(row, "ends_at"),
        row.getString("reason"),
        row.getString("set_by"),
        instant(row, "set_at"),
        row.getString("process_instance_id"),
        instant(row, "cancelled_at"),
        row.getString("cancelled_by"));
  }
}
