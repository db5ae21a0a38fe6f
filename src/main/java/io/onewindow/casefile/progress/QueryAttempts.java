package io.onewindow.casefile.progress;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Counts tries in the database, so that every node knows of them. A try is counted before it is
 * looked at: a hundred at the same moment are not a hundred free ones.
 */
@Repository
class QueryAttempts {

  private record Counted(int tries, Instant windowEnd) {
    static Counted of(ResultSet row, int number) throws SQLException {
      return new Counted(row.getInt(1), row.getObject(2, OffsetDateTime.class).toInstant());
    }
  }

  private final JdbcClient jdbc;
  private final ProgressSettings settings;
  private final Clock time;

  QueryAttempts(JdbcClient jdbc, ProgressSettings settings, Clock time) {
    this.jdbc = jdbc;
    this.settings = settings;
    this.time = time;
  }

  /**
   * Counts one try.
   *
   * @param subject what is counted for, e.g. the hash of an address
   * @param most how many are let through within a window
   * @return when tries are let through again; empty if this one is
   */
  Optional<Instant> refusedUntil(String subject, int most) {
    OffsetDateTime now = time.instant().atOffset(ZoneOffset.UTC);
    if (!countedOn(subject, now) && !begun(subject, now)) {
      countedOn(subject, now);
    }
    return jdbc.sql("select tries, window_end from ow_query_attempt where subject = ?")
        .param(subject)
        .query(Counted::of)
        .optional()
        .filter(counted -> counted.tries() > most)
        .map(Counted::windowEnd);
  }

  /** The try was a right one: it does not count. */
  void forgive(String subject) {
    jdbc.sql("update ow_query_attempt set tries = tries - 1 where subject = ? and tries > 0")
        .param(subject)
        .update();
  }

  private boolean countedOn(String subject, OffsetDateTime now) {
    return jdbc.sql(
                "update ow_query_attempt set tries = tries + 1"
                    + " where subject = ? and window_end > ?")
            .params(subject, now)
            .update()
        > 0;
  }

  /** A new window begins; false if another request began it at the same moment. */
  private boolean begun(String subject, OffsetDateTime now) {
    jdbc.sql("delete from ow_query_attempt where window_end <= ?").param(now).update();
    try {
      return jdbc.sql("insert into ow_query_attempt (subject, tries, window_end) values (?, 1, ?)")
              .params(subject, now.plus(settings.window()))
              .update()
          > 0;
    } catch (DuplicateKeyException sameMoment) {
      return false;
    }
  }
}
