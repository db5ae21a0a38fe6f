package io.onewindow.bench;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.JdbcTemplate;

/** One process instance that waits for a timer, as a pattern for many; on PostgreSQL. */
final class ClonedInstance {

  private static final List<String> TABLES =
      List.of(
          "ACT_HI_PROCINST", "ACT_HI_ACTINST", "ACT_RU_EXECUTION", "ACT_RU_VARIABLE", "ACT_RU_JOB");
  private static final Pattern UUIDS =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  private final JdbcTemplate jdbc;
  private final String instance;
  private final Set<String> ids = new TreeSet<>();
  private int written;

  ClonedInstance(JdbcTemplate jdbc, String instance) {
    this.jdbc = jdbc;
    this.instance = instance;
    for (String table : TABLES) {
      jdbc.queryForList("select to_jsonb(t)::text from " + of(table), String.class, instance)
          .forEach(this::learn);
    }
    String models =
        "select to_jsonb(t)::text from ACT_RE_PROCDEF t union all"
            + " select to_jsonb(t)::text from ACT_RU_JOBDEF t";
    jdbc.queryForList(models, String.class)
        .forEach(row -> UUIDS.matcher(row).results().forEach(id -> ids.remove(id.group())));
  }

  private static String of(String table) {
    String column = table.equals("ACT_RU_JOB") ? "PROCESS_INSTANCE_ID_" : "PROC_INST_ID_";
    return table + " t where t." + column + " = ?";
  }

  private void learn(String row) {
    Matcher found = UUIDS.matcher(row);
    while (found.find()) {
      ids.add(found.group());
    }
  }

  /**
   * @param due SQL for when the timers of these are due
   */
  void write(int many, String due) {
    for (String table : TABLES) {
      String row = "to_jsonb(t)::text";
      for (String id : ids) {
        row = "replace(" + row + ", '" + id + "', md5('" + id + "' || i)::uuid::text)";
      }
      String changed =
          table.equals("ACT_RU_JOB")
              ? "(" + row + ")::jsonb || jsonb_build_object('duedate_', " + due + ")"
              : "(" + row + ")::jsonb";
      // materialized, or else the growing table is read once for each copy
      jdbc.update(
          """
          insert into %s with t as materialized (select t.* from %s) select r.*
          from t, generate_series(%d, %d) i, jsonb_populate_record(null::%s, %s) r
          """
              .formatted(table, of(table), written + 1, written + many, table, changed),
          instance);
    }
    written += many;
  }
}
