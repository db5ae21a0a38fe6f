package io.onewindow.faults;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How many rows each table of PostgreSQL has, and a digest over all that stands in them. */
final class Digests {

  private Digests() {}

  /** By table, such as {@code 17 -4203…}. */
  static Map<String, String> of(JdbcClient database) {
    List<String> tables =
        database
            .sql("select tablename from pg_tables where schemaname = 'public'")
            .query(String.class)
            .list();
    Map<String, String> digests = new TreeMap<>();
    for (String table : tables) {
      digests.put(
          table,
          database
              .sql(
                  "select count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)), 0) from \"%s\" t"
                      .formatted(table))
              .query(String.class)
              .single());
    }
    return digests;
  }
}
