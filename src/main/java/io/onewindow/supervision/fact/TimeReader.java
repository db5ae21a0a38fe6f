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
    return jdbc.sql(
            "select party_kind, party_name, sum(millis) from ow_fact_time where jurisdiction in"
                + " (:places)"
                + (filter.processKey() == null ? "" : " and service = :service")
                + (filter.version() == null ? "" : " and version = :version")
                + SumReader.days(filter)
                + " group by party_kind, party_name")
        .param("places", filter.jurisdictions())
        .param("service", filter.processKey())
        .param("version", filter.version())
        .param("from", filter.from())
        .param("to", filter.to())
        .param("firstMonth", SumReader.firstMonth(filter).atDay(1))
        .param("lastMonth", SumReader.lastMonth(filter).atEndOfMonth())
        .query(
            (row, n) ->
                new Share(
                    new Party(Party.Kind.valueOf(row.getString(1)), row.getString(2)),
                    row.getLong(3)))
        .list();
  }
}
