package io.onewindow.fuzz;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Counts the rows of every table, and brings them back to what they were: whoever tries everything
 * leaves nothing behind. On H2 only, whose tables are small and in memory.
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

  private static final String COPIES = "BEFORE_FUZZ";

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
                  .filter(name -> !WRITTEN_BY_REFUSALS.contains(name))
                  .map(name -> "select '%s', count(*) from PUBLIC.\"%s\"".formatted(name, name))
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
          "create table %s.\"%s\" as select * from PUBLIC.\"%s\"".formatted(COPIES, name, name));
    }
  }

  void restore() {
    jdbc.execute("set referential_integrity false");
    for (String name : names()) {
      jdbc.execute("truncate table PUBLIC.\"%s\"".formatted(name));
      jdbc.execute(
          "insert into PUBLIC.\"%s\" overriding system value select * from %s.\"%s\""
              .formatted(name, COPIES, name));
    }
    jdbc.execute("set referential_integrity true");
    jdbc.execute("drop schema " + COPIES + " cascade");
  }

  private List<String> names() {
    return jdbc.queryForList(
        "select table_name from information_schema.tables"
            + " where table_schema = 'PUBLIC' and table_type = 'BASE TABLE' order by 1",
        String.class);
  }
}
