package io.onewindow.faults;

import io.onewindow.bench.CasePatterns;
import io.onewindow.bench.ClonedCases;
import io.onewindow.database.Postgres;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** What years leave in the engine's own tables, so that a database is as large as one in use. */
final class History {

  private static final int AT_ONCE = 1000;
  private static final int PATTERNS = 100;

  private final Cluster server;
  private final String database;

  /**
   * @param database in which some cases have ended already, which are written again and again
   */
  History(Cluster server, String database) {
    this.server = server;
    this.database = database;
  }

  /** Writes until the database has that many bytes; answers how many it has. */
  long fill(long bytes) {
    String url = server.url(database) + "?reWriteBatchedInserts=true";
    SingleConnectionDataSource one = new SingleConnectionDataSource(url, Postgres.USER, "", true);
    try {
      JdbcTemplate jdbc = new JdbcTemplate(one);
      CasePatterns patterns = CasePatterns.ofEngine(jdbc);
      patterns.learn(ended(jdbc));
      ClonedCases cases = new ClonedCases(jdbc, patterns);
      while (size(jdbc) < bytes) {
        cases.write(AT_ONCE);
        // the small volume of the log holds no more than this at once
        jdbc.execute("checkpoint");
      }
      jdbc.execute("analyze");
      return size(jdbc);
    } finally {
      one.destroy();
    }
  }

  private static List<String> ended(JdbcTemplate jdbc) {
    return jdbc.queryForList(
        "select receipt_no from ow_case where closed_at is not null limit ?",
        String.class,
        PATTERNS);
  }

  private static long size(JdbcTemplate jdbc) {
    return jdbc.queryForObject("select pg_database_size(current_database())", Long.class);
  }
}
