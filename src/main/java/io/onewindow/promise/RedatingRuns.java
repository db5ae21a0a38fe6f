package io.onewindow.promise;

import static io.onewindow.promise.Rows.at;
import static io.onewindow.promise.Rows.instant;

import io.onewindow.problem.Problem;
import io.onewindow.promise.RedatingRun.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The runs. Whoever works on one has its worker token; a stop or another worker's claim makes every
 * further step of the old one fail, so that a step is done by one worker or not at all.
 */
@Repository
class RedatingRuns {

  /** Somebody stopped the run, or another worker has taken it over; the step is rolled back. */
  static final class Stopped extends RuntimeException {
    Stopped(String id) {
      super("re-dating " + id + " was stopped or taken over");
    }
  }

  private final JdbcClient jdbc;

  RedatingRuns(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(RedatingRun run) {
    RedatingRun.Counts counts = run.counts();
    jdbc.sql(
            """
            insert into ow_redating (id, scope, reason, jurisdictions, state, created_at, created_by,
              total, done, clocks, moved_earlier, moved_later, moved_otherwise, unchanged,
              newly_overdue, taken_back, unknown_limit, held_up_to)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            run.id(),
            run.scope().name(),
            run.reason(),
            String.join(",", run.jurisdictions()),
            run.state().name(),
            at(run.createdAt()),
            run.createdBy(),
            run.total(),
            run.done(),
            counts.clocks(),
            counts.earlier(),
            counts.later(),
            counts.otherwise(),
            counts.unchanged(),
            counts.newlyOverdue(),
            counts.takenBack(),
            counts.unknown(),
            run.heldUpTo())
        .update();
  }

  Optional<RedatingRun> find(String id) {
    return jdbc.sql("select * from ow_redating where id = ?")
        .param(id)
        .query(RedatingRuns::run)
        .optional();
  }

  /** The run that began by itself and stands stopped, though nobody stopped it by hand. */
  Optional<RedatingRun> interrupted() {
    return jdbc.sql(
            "select * from ow_redating where scope = 'AWAITED' and state = 'STOPPED'"
                + " and stopped_by is null")
        .query(RedatingRuns::run)
        .optional();
  }

  /** The latest runs, the newest first. */
  List<RedatingRun> latest(int most) {
    return jdbc.sql(
            "select * from ow_redating order by created_at desc, id fetch first ? rows only")
        .param(most)
        .query(RedatingRuns::run)
        .list();
  }

  /** Only the newest preview may be applied: it was counted by the newest calendars. */
  void discardPreviews() {
    jdbc.sql("update ow_redating set state = 'DISCARDED' where state = 'PREVIEW'").update();
  }

  /**
   * Gives the run to a worker.
   *
   * @return false when the run is not in that state
   * @throws Problem 409 while another run is applied or stands stopped
   */
  boolean claim(String id, State from, String worker, String by, Instant now) {
    try {
      return jdbc.sql(
                  """
                  update ow_redating set state = 'APPLYING', worker = ?, active_slot = 'active',
                    applied_at = coalesce(applied_at, ?), applied_by = ?, failure = null
                  where id = ? and state = ?
                  """)
              .params(worker, at(now), by, id, from.name())
              .update()
          == 1;
    } catch (DuplicateKeyException other) {
      throw Problem.conflict("redating-unfinished", "另一次重新计算正在执行或已停止未完成，请先将其完成。");
    }
  }

  /**
   * @return false when the run is not being applied
   */
  boolean stop(String id, String by, String failure, Instant now) {
    return jdbc.sql(
                "update ow_redating set state = 'STOPPED', stopped_at = ?, stopped_by = ?,"
                    + " failure = ? where id = ? and state = 'APPLYING'")
            .params(at(now), by, failure, id)
            .update()
        == 1;
  }

  /** Reports runs whose worker is gone as stopped. */
  int stopAbandoned(String failure, Instant now) {
    return jdbc.sql(
            "update ow_redating set state = 'STOPPED', stopped_at = ?, failure = ?"
                + " where state = 'APPLYING'")
        .params(at(now), failure)
        .update();
  }

  void held(String id, String worker, String upTo) {
    step(id, worker, "held_up_to = ?", upTo);
  }

  void moved(String id, String worker, int more) {
    step(id, worker, "done = done + ?", more);
  }

  void released(String id, String worker) {
    step(id, worker, "worker = ?", worker);
  }

  void finished(String id, String worker, Instant now) {
    step(id, worker, "state = 'DONE', active_slot = null, finished_at = ?", at(now));
  }

  private void step(String id, String worker, String change, Object value) {
    int rows =
        jdbc.sql(
                "update ow_redating set "
                    + change
                    + " where id = ? and worker = ? and state = 'APPLYING'")
            .params(value, id, worker)
            .update();
    if (rows != 1) {
      throw new Stopped(id);
    }
  }

  private static RedatingRun run(ResultSet row, int number) throws SQLException {
    return new RedatingRun(
        row.getString("id"),
        RedatingRun.Scope.valueOf(row.getString("scope")),
        row.getString("reason"),
        List.of(row.getString("jurisdictions").split(",")),
        State.valueOf(row.getString("state")),
        instant(row, "created_at"),
        row.getString("created_by"),
        instant(row, "applied_at"),
        row.getString("applied_by"),
        instant(row, "stopped_at"),
        row.getString("stopped_by"),
        instant(row, "finished_at"),
        row.getInt("total"),
        row.getInt("done"),
        new RedatingRun.Counts(
            row.getInt("clocks"),
            row.getInt("moved_earlier"),
            row.getInt("moved_later"),
            row.getInt("moved_otherwise"),
            row.getInt("unchanged"),
            row.getInt("newly_overdue"),
            row.getInt("taken_back"),
            row.getInt("unknown_limit")),
        row.getString("held_up_to"),
        row.getString("failure"));
  }
}
