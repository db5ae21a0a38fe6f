package io.onewindow.supervision.eventlog;

import io.onewindow.supervision.history.CaseSelection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The logs asked for, known to all nodes. */
@Repository
class LogJobs {

  private static final String OPEN = " and state in ('WAITING', 'RUNNING', 'STOPPING')";

  private final JdbcClient jdbc;

  LogJobs(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(LogJob job) {
    jdbc.sql(
            """
            insert into ow_event_log (id, format, received_from, received_to, service,
              jurisdictions, requested_by, requested_at, state, done, total, beat_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, ?)
            """)
        .params(
            job.id(),
            job.format().name(),
            at(job.selection().from()),
            at(job.selection().to()),
            job.selection().service() == null ? "" : job.selection().service(),
            String.join(" ", job.selection().jurisdictions()),
            job.requestedBy(),
            at(job.requestedAt()),
            job.state().name(),
            at(job.beatAt()))
        .update();
  }

  Optional<LogJob> find(String id) {
    return jdbc.sql("select * from ow_event_log where id = ?")
        .param(id)
        .query(LogJobs::job)
        .optional();
  }

  /** A person's own, the newest first. */
  List<LogJob> of(String person, int most) {
    return jdbc.sql(
            "select * from ow_event_log where requested_by = ? order by requested_at desc, id"
                + " limit ?")
        .params(person, most)
        .query(LogJobs::job)
        .list();
  }

  /**
   * Notes how far it is.
   *
   * @return false when it is to be stopped
   */
  boolean reached(String id, long done, long total, Instant now) {
    return jdbc.sql(
                "update ow_event_log set state = 'RUNNING', done = ?, total = ?, beat_at = ?"
                    + " where id = ? and state in ('WAITING', 'RUNNING')")
            .params(done, total, at(now), id)
            .update()
        == 1;
  }

  void complete(String id, EventLogs.Written written, Instant now) {
    jdbc.sql(
            "update ow_event_log set state = 'DONE', done = ?, beat_at = ?, events = ?, bytes = ?,"
                + " sha256 = ? where id = ?"
                + OPEN)
        .params(written.cases(), at(now), written.events(), written.bytes(), written.sha256(), id)
        .update();
  }

  /** It is not wanted any more; its writer will see that. */
  void stop(String id) {
    jdbc.sql("update ow_event_log set state = 'STOPPING' where id = ?" + OPEN).param(id).update();
  }

  void end(String id, LogJob.State state, String failure, Instant now) {
    jdbc.sql("update ow_event_log set state = ?, failure = ?, beat_at = ? where id = ?" + OPEN)
        .params(state.name(), failure, at(now), id)
        .update();
  }

  /** Those whose writer was not heard of since then are not being written any more. */
  int giveUp(Instant silentSince, String failure) {
    return jdbc.sql(
            "update ow_event_log set state = 'FAILED', failure = ? where beat_at < ?" + OPEN)
        .params(failure, at(silentSince))
        .update();
  }

  /** Those that were asked for before then, whatever became of them. */
  List<String> olderThan(Instant then) {
    return jdbc.sql("select id from ow_event_log where requested_at < ?")
        .param(at(then))
        .query(String.class)
        .list();
  }

  void forget(String id) {
    jdbc.sql("delete from ow_event_log where id = ?").param(id).update();
  }

  private static LogJob job(ResultSet row, int number) throws SQLException {
    String service = row.getString("service");
    return new LogJob(
        row.getString("id"),
        LogFormat.valueOf(row.getString("format")),
        new CaseSelection(
            instant(row, "received_from"),
            instant(row, "received_to"),
            service.isEmpty() ? null : service,
            Set.of(row.getString("jurisdictions").split(" "))),
        row.getString("requested_by"),
        instant(row, "requested_at"),
        LogJob.State.valueOf(row.getString("state")),
        row.getLong("done"),
        row.getLong("total"),
        instant(row, "beat_at"),
        row.getObject("events", Long.class),
        row.getObject("bytes", Long.class),
        row.getString("sha256"),
        row.getString("failure"));
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
