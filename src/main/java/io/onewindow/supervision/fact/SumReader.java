package io.onewindow.supervision.fact;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads sums of any days, as few rows as cover them. What it reads grows with what is shown, not
 * with the years that are stored.
 */
@Repository
public class SumReader {

  /** What sums may be told apart by. */
  public enum By {
    KIND("kind"),
    DAY("on_day"),
    SERVICE("service"),
    PROCESS("process_key"),
    VERSION("version"),
    JURISDICTION("jurisdiction"),
    ACTIVITY("activity_id"),
    DEPARTMENT("department"),
    PERSON("person");

    private final String column;

    By(String column) {
      this.column = column;
    }
  }

  private static final String COUNTS =
      "sum(received) as received, sum(ended) as ended, sum(gross_ms) as gross_ms,"
          + " sum(working_ms) as working_ms, sum(net_ms) as net_ms, sum(waiting_ms) as waiting_ms,"
          + " sum(returns) as returns, sum(last_at_join) as last_at_join, sum(kept) as kept,"
          + " sum(broken) as broken, sum(within_limit) as within_limit,"
          + " sum(beyond_limit) as beyond_limit";

  private final JdbcClient jdbc;

  SumReader(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Counts and totals without how they are spread; by the values of what tells them apart. */
  public Map<List<String>, Sum> counts(SumFilter filter, By... by) {
    CoveredDays covered = new CoveredDays(filter.from(), filter.to());
    String columns = Arrays.stream(by).map(one -> one.column).collect(Collectors.joining(", "));
    String sql =
        "select "
            + (by.length == 0 ? "" : columns + ", ")
            + COUNTS
            + " from ow_fact_sum where "
            + matter(filter)
            + covered.condition()
            + (by.length == 0 ? " having count(*) > 0" : " group by " + columns);
    Map<List<String>, Sum> found = new LinkedHashMap<>();
    covered
        .bind(statement(sql, filter))
        .query((row, n) -> found.put(key(row, by), SumStore.counts(row)))
        .list();
    return found;
  }

  /** The same with how durations are spread. */
  public Map<List<String>, Sum> spread(SumFilter filter, By... by) {
    CoveredDays covered = new CoveredDays(filter.from(), filter.to());
    String sql = "select * from ow_fact_sum where " + matter(filter) + covered.condition();
    return spread(covered.bind(statement(sql, filter)), by);
  }

  /**
   * The same by weeks; {@link By#DAY} is the Monday.
   *
   * @param filter from a Monday on
   */
  public Map<List<String>, Sum> weeks(SumFilter filter, By... by) {
    String sql =
        "select * from ow_fact_sum where "
            + matter(filter)
            + " and grain = 'W' and on_day between :from and :to";
    return spread(statement(sql, filter).param("from", filter.from()).param("to", filter.to()), by);
  }

  private static Map<List<String>, Sum> spread(JdbcClient.StatementSpec statement, By... by) {
    Map<List<String>, Sum> found = new LinkedHashMap<>();
    statement
        .query(
            (row, n) -> {
              Sum sum = found.computeIfAbsent(key(row, by), key -> new Sum());
              sum.add(SumStore.sum(row));
              return sum;
            })
        .list();
    return found;
  }

  private static List<String> key(ResultSet row, By... by) throws SQLException {
    List<String> key = new ArrayList<>();
    for (By one : by) {
      key.add(row.getString(one.column));
    }
    return key;
  }

  private JdbcClient.StatementSpec statement(String sql, SumFilter filter) {
    JdbcClient.StatementSpec statement =
        jdbc.sql(sql).param("kinds", filter.kinds()).param("places", filter.jurisdictions());
    statement = with(statement, "service", filter.service());
    statement = with(statement, "process", filter.processKey());
    statement = with(statement, "version", filter.version());
    statement = with(statement, "activity", filter.activityId());
    return with(statement, "department", filter.department());
  }

  private static JdbcClient.StatementSpec with(
      JdbcClient.StatementSpec statement, String name, Object value) {
    return value == null ? statement : statement.param(name, value);
  }

  private static String matter(SumFilter filter) {
    StringBuilder where = new StringBuilder("kind in (:kinds) and jurisdiction in (:places)");
    where.append(filter.service() == null ? "" : " and service = :service");
    where.append(filter.processKey() == null ? "" : " and process_key = :process");
    where.append(filter.version() == null ? "" : " and version = :version");
    where.append(filter.activityId() == null ? "" : " and activity_id = :activity");
    where.append(filter.department() == null ? "" : " and department = :department");
    return where.toString();
  }
}
