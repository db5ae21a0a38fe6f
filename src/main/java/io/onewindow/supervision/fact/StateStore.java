package io.onewindow.supervision.fact;

import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The one row that says how far the figures are, and whose lock lets one node work at a time. */
@Repository
class StateStore {

  /** What the next step is to do. */
  enum Phase {
    CURRENT,
    CASES,
    SUMS
  }

  /** The row. */
  record Progress(Phase phase, int done, int total, String upTo, int different) {}

  private static final String SELECT =
      "select phase, done, total, up_to, different from ow_fact_state where id = 1";

  private final JdbcClient jdbc;

  StateStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Progress read() {
    return query(SELECT).orElseThrow();
  }

  /** Empty while another node works. */
  Optional<Progress> lock() {
    return query(SELECT + " for update skip locked");
  }

  private Optional<Progress> query(String sql) {
    return jdbc.sql(sql)
        .query(
            (row, n) ->
                new Progress(
                    Phase.valueOf(row.getString(1)),
                    row.getInt(2),
                    row.getInt(3),
                    row.getString(4),
                    row.getInt(5)))
        .optional();
  }

  void begin(int total, Instant now) {
    jdbc.sql(
            "update ow_fact_state set phase = 'CASES', done = 0, total = ?, up_to = '',"
                + " different = 0, started_at = ?, ended_at = null where id = 1")
        .params(total, FactRows.at(now))
        .update();
  }

  void write(Progress progress) {
    jdbc.sql(
            "update ow_fact_state set phase = ?, done = ?, total = ?, up_to = ?, different = ?"
                + " where id = 1")
        .params(
            progress.phase().name(),
            progress.done(),
            progress.total(),
            progress.upTo(),
            progress.different())
        .update();
  }

  void ended(Instant now) {
    jdbc.sql("update ow_fact_state set ended_at = ? where id = 1").param(FactRows.at(now)).update();
  }
}
