package io.onewindow.engine;

import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which version of each decision holds: the one the engine would evaluate by key. Read from the
 * database, for another node may have deployed it, but once in a transaction.
 */
@Component
public class LatestDecisions {

  private final JdbcClient jdbc;
  private final WithinTransaction<Map<String, String>> ids = new WithinTransaction<>();

  LatestDecisions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Id of the latest version; decisions are shared by all jurisdictions.
   *
   * @throws IllegalArgumentException when no such decision is deployed
   */
  public String idOf(String key) {
    String id = ids.get(this::all).get(key);
    if (id == null) {
      throw new IllegalArgumentException("no decision " + key + " is deployed");
    }
    return id;
  }

  private Map<String, String> all() {
    Map<String, String> found = new HashMap<>();
    jdbc.sql(
            """
            select d.KEY_, d.ID_ from ACT_RE_DECISION_DEF d
            where d.TENANT_ID_ is null and d.VERSION_ =
              (select max(o.VERSION_) from ACT_RE_DECISION_DEF o
                where o.KEY_ = d.KEY_ and o.TENANT_ID_ is null)
            """)
        .query(
            row -> {
              found.put(row.getString(1), row.getString(2));
            });
    return found;
  }
}
