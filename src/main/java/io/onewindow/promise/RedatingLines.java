package io.onewindow.promise;

import static io.onewindow.promise.Rows.at;
import static io.onewindow.promise.Rows.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The clocks each run moves, in the order of their cases. */
@Repository
class RedatingLines {

  private final JdbcClient jdbc;
  private final JdbcTemplate batches;

  RedatingLines(JdbcClient jdbc, JdbcTemplate batches) {
    this.jdbc = jdbc;
    this.batches = batches;
  }

  /**
   * @param appliedAt null in a preview
   */
  void add(String runId, Collection<Recounted> clocks, Instant appliedAt) {
    batches.batchUpdate(
        """
        insert into ow_redating_line (run_id, process_instance_id, clock_id, old_warning,
          new_warning, old_due, new_due, applied_at)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        clocks.stream().map(clock -> values(runId, clock, appliedAt)).toList());
  }

  private static Object[] values(String runId, Recounted clock, Instant appliedAt) {
    return new Object[] {
      runId,
      clock.before().processInstanceId(),
      clock.before().id(),
      at(clock.before().warningAt()),
      at(clock.after().warningAt()),
      at(clock.before().dueAt()),
      at(clock.after().dueAt()),
      at(appliedAt)
    };
  }

  /** Takes previews off the books that nobody can apply any more. */
  void dropDiscarded() {
    jdbc.sql(
            "delete from ow_redating_line where run_id in"
                + " (select id from ow_redating where state = 'DISCARDED')")
        .update();
  }

  /** The next cases after one in order, moved or not. */
  List<String> casesAfter(String runId, String after, int most) {
    return jdbc.sql(
            "select distinct process_instance_id from ow_redating_line where run_id = ?"
                + " and process_instance_id > ?"
                + " order by process_instance_id fetch first ? rows only")
        .params(runId, after, most)
        .query(String.class)
        .list();
  }

  /** The first cases with clocks not moved yet. */
  List<String> casesToMove(String runId, int most) {
    return jdbc.sql(
            "select distinct process_instance_id from ow_redating_line where run_id = ?"
                + " and applied_at is null order by process_instance_id fetch first ? rows only")
        .params(runId, most)
        .query(String.class)
        .list();
  }

  /**
   * Notes what became of the running clocks of these cases; lines of clocks that have ended
   * meanwhile are closed without new instants.
   */
  void applied(String runId, Collection<String> cases, List<Recounted> clocks, Instant now) {
    int[] rows =
        batches.batchUpdate(
            """
            update ow_redating_line set old_warning = ?, new_warning = ?, old_due = ?, new_due = ?,
              applied_at = ?
            where run_id = ? and process_instance_id = ? and clock_id = ?
            """,
            clocks.stream().map(clock -> changes(runId, clock, now)).toList());
    List<Recounted> unseen = new ArrayList<>();
    for (int i = 0; i < rows.length; i++) {
      if (rows[i] == 0 && clocks.get(i).isChanged()) {
        unseen.add(clocks.get(i));
      }
    }
    add(runId, unseen, now);
    jdbc.sql(
            """
            update ow_redating_line set applied_at = :now, new_warning = null, new_due = null
            where run_id = :run and process_instance_id in (:cases) and applied_at is null
            """)
        .param("now", at(now))
        .param("run", runId)
        .param("cases", cases)
        .update();
  }

  private static Object[] changes(String runId, Recounted clock, Instant now) {
    return new Object[] {
      at(clock.before().warningAt()),
      at(clock.after().warningAt()),
      at(clock.before().dueAt()),
      at(clock.after().dueAt()),
      at(now),
      runId,
      clock.before().processInstanceId(),
      clock.before().id()
    };
  }

  List<RedatingLine> first(String runId, int most) {
    return jdbc.sql(
            """
            select l.*, c.service, c.activity_id, c.jurisdiction
            from ow_redating_line l join ow_clock c on c.id = l.clock_id
            where l.run_id = ? order by l.process_instance_id, l.clock_id
            fetch first ? rows only
            """)
        .params(runId, most)
        .query(RedatingLines::line)
        .list();
  }

  private static RedatingLine line(ResultSet row, int number) throws SQLException {
    return new RedatingLine(
        row.getString("process_instance_id"),
        row.getString("service"),
        row.getString("activity_id"),
        row.getString("jurisdiction"),
        instant(row, "old_warning"),
        instant(row, "new_warning"),
        instant(row, "old_due"),
        instant(row, "new_due"),
        instant(row, "applied_at"));
  }
}
