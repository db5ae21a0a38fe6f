package io.onewindow.supervision.fact;

import io.onewindow.supervision.AttributableTime.Share;
import io.onewindow.supervision.Party;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads who took the time of cases that ended on some days. */
@Repository
public class TimeReader {

  private final JdbcClient jdbc;

  TimeReader(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param filter its element, department and kinds do not matter
   */
  public List<Share> shares(SumFilter filter) {
    CoveredDays covered = new CoveredDays(filter.from(), filter.to());
    String sql =
        "select party_kind, party_name, sum(millis) from ow_fact_time where jurisdiction in"
            + " (:places)"
            + (filter.processKey() == null ? "" : " and service = :service")
            + (filter.version() == null ? "" : " and version = :version")
            + covered.condition()
            + " group by party_kind, party_name";
    return covered
        .bind(jdbc.sql(sql))
        .param("places", filter.jurisdictions())
        .param("service", filter.processKey())
        .param("version", filter.version())
        .query(
            (row, n) ->
                new Share(
                    new Party(Party.Kind.valueOf(row.getString(1)), row.getString(2)),
                    row.getLong(3)))
        .list();
  }
}
