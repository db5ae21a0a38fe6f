package io.onewindow.fuzz;

import io.onewindow.database.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.StatementCallback;

/**
 * Counts the rows of every table, and brings them back to what they were: whoever tries everything
 * leaves nothing behind. The tables are a test's, small.
 */
final class Tables {

  /** What a refused request rightly writes: who signed in, tries that are counted, measurements. */
  private static final Set<String> WRITTEN_BY_REFUSALS =
      Set.of(
          "SPRING_SESSION",
          "SPRING_SESSION_ATTRIBUTES",
          "OW_SIGN_IN_ATTEMPT",
          "OW_QUERY_ATTEMPT",
          "ACT_RU_METER_LOG");

  private static final String COPIES = "before_fuzz";
  private static final String OFF_ON_H2 = "set referential_integrity false";
  private static final String ON_ON_H2 = "set referential_integrity true";

  private final JdbcTemplate jdbc;
  private String counting;

  Tables(DataSource database) {
    this.jdbc = new JdbcTemplate(database);
  }

  /** Rows by table, without those that refusals write, too. */
  Map<String, Long> counts() {
    if (counting == null) {
      counting =
          String.join(
              " union all ",
              names().stream()
                  .filter(name -> !WRITTEN_BY_REFUSALS.contains(name.toUpperCase(Locale.ROOT)))
                  .map(name -> "select '%s', count(*) from public.\"%s\"".formatted(name, name))
                  .toList());
    }
    Map<String, Long> counts = new TreeMap<>();
    jdbc.query(
        counting,
        row -> {
          counts.put(row.getString(1), row.getLong(2));
        });
    return counts;
  }

  void remember() {
    jdbc.execute("drop schema if exists " + COPIES + " cascade");
    jdbc.execute("create schema " + COPIES);
    for (String name : names()) {
      jdbc.execute(
          "create table %s.\"%s\" as select * from public.\"%s\"".formatted(COPIES, name, name));
    }
  }

  void restore() {
    List<String> steps = new ArrayList<>();
    steps.add(TestDatabase.isPostgres() ? "set session_replication_role = replica" : OFF_ON_H2);
    for (String name : names()) {
      steps.add("delete from public.\"%s\"".formatted(name));
      steps.add(
          "insert into public.\"%s\" overriding system value select * from %s.\"%s\""
              .formatted(name, COPIES, name));
    }
    steps.add(TestDatabase.isPostgres() ? "reset session_replication_role" : ON_ON_H2);
    steps.add("drop schema " + COPIES + " cascade");
    inOneSession(steps);
  }

  /** References between tables are left unlooked at by a session on PostgreSQL, by all on H2. */
  private void inOneSession(List<String> statements) {
    jdbc.execute(
        (StatementCallback<Void>)
            statement -> {
              for (String one : statements) {
                statement.execute(one);
              }
              return null;
            });
  }

  private List<String> names() {
    return jdbc.queryForList(
        "select table_name from information_schema.tables"
            + " where table_schema = current_schema and table_type = 'BASE TABLE' order by 1",
        String.class);
  }
}
