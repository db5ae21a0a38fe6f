package io.onewindow.sandbox;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The hall as it is before the first case, and the way back to it. People, their rights and what is
 * deployed stay as they are. Speaks H2's dialect: a drill has no other database.
 */
@Component
@Profile("sandbox")
class Snapshot {

  /** What is no trace of cases, or numbers things for as long as the application runs. */
  private static final Predicate<String> STAYS =
      Pattern.compile(
              "ACT_ID_.*|ACT_RE_.*|ACT_GE_(PROPERTY|SCHEMA_LOG)|ACT_RU_(AUTHORIZATION|FILTER)"
                  + "|SPRING_SESSION.*|FLYWAY_SCHEMA_HISTORY",
              Pattern.CASE_INSENSITIVE)
          .asMatchPredicate();

  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;

  Snapshot(JdbcTemplate jdbc, TransactionTemplate transaction) {
    this.jdbc = jdbc;
    this.transaction = transaction;
  }

  /** Keeps a copy of every table that is not empty. */
  void take() {
    tables("DRILL").stream()
        .filter(table -> table.startsWith("KEPT_"))
        .forEach(table -> jdbc.execute("drop table DRILL.\"" + table + "\""));
    for (String table : tables("PUBLIC")) {
      boolean empty =
          jdbc.queryForObject("select count(*) from PUBLIC.\"" + table + "\"", Long.class) == 0;
      if (!STAYS.test(table) && !empty) {
        jdbc.execute(
            "create table DRILL.\"KEPT_%s\" as select * from PUBLIC.\"%s\""
                .formatted(table, table));
      }
    }
  }

  /** Makes the tables what they were; nobody may write meanwhile. */
  void restore() {
    jdbc.execute("set referential_integrity false");
    try {
      transaction.executeWithoutResult(
          status -> {
            List<String> kept = tables("DRILL");
            for (String table : tables("PUBLIC")) {
              if (!STAYS.test(table)) {
                restore(table, kept.contains("KEPT_" + table));
              }
            }
          });
    } finally {
      jdbc.execute("set referential_integrity true");
    }
  }

  private void restore(String table, boolean kept) {
    jdbc.update("delete from PUBLIC.\"" + table + "\"");
    if (kept) {
      jdbc.update(
          "insert into PUBLIC.\"%s\" overriding system value select * from DRILL.\"KEPT_%s\""
              .formatted(table, table));
    }
  }

  private List<String> tables(String schema) {
    return jdbc.queryForList(
        "select table_name from information_schema.tables"
            + " where table_schema = ? and table_type = 'BASE TABLE' order by table_name",
        String.class,
        schema);
  }
}
