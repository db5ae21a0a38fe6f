package io.onewindow.production;

import io.onewindow.database.Postgres;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What is in a database, told so that two of them can be compared. */
final class Contents {

  private static final String STRUCTURE =
      """
      select table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable
          || coalesce(' ' || character_maximum_length, '') || coalesce(' ' || column_default, '')
        from information_schema.columns where table_schema = 'public'
      union all select indexdef from pg_indexes where schemaname = 'public'
      union all select conrelid::regclass || ' ' || pg_get_constraintdef(oid) from pg_constraint
        where connamespace = 'public'::regnamespace
      union all select pg_get_triggerdef(oid) from pg_trigger where not tgisinternal
      order by 1
      """;

  /** Without the engine's meters, which add some rows at the end of each program. */
  private static final String TABLES =
      "select tablename from pg_tables where schemaname = 'public'"
          + " and tablename <> 'act_ru_meter_log' order by 1";

  private Contents() {}

  /** Its tables with their guards, and how many rows each has. */
  static List<String> of(String database) {
    JdbcClient client = client(database);
    List<String> all = new ArrayList<>(client.sql(STRUCTURE).query(String.class).list());
    for (String table : client.sql(TABLES).query(String.class).list()) {
      long rows = client.sql("select count(*) from " + table).query(Long.class).single();
      all.add(table + " has " + rows + " rows");
    }
    return all;
  }

  /** What the query answers, in its first column. */
  static List<String> list(String database, String query) {
    return client(database).sql(query).query(String.class).list();
  }

  private static JdbcClient client(String database) {
    return JdbcClient.create(new DriverManagerDataSource(database, Postgres.USER, ""));
  }
}
