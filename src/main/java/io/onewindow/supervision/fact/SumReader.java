package io.onewindow.supervision.fact;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads sums of any days: whole months from the months' rows, the rest from the days'. What it
 * reads grows with what is shown, not with the years that are stored.
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
    String columns = Arrays.stream(by).map(one -> one.column).collect(Collectors.joining(", "));
    String sql =
        "select "
            + (by.length == 0 ? "" : columns + ", ")
            + COUNTS
            + " from ow_fact_sum where "
            + condition(filter)
            + (by.length == 0 ? " having count(*) > 0" : " group by " + columns);
    Map<List<String>, Sum> found = new LinkedHashMap<>();
    statement(sql, filter).query((row, n) -> found.put(key(row, by), SumStore.counts(row))).list();
    return found;
  }

  /** The same with how durations are spread. */
  public Map<List<String>, Sum> spread(SumFilter filter, By... by) {
    return spread(condition(filter), filter, by);
  }

  /**
   * The same by weeks; {@link By#DAY} is the Monday.
   *
   * @param filter from a Monday on
   */
  public Map<List<String>, Sum> weeks(SumFilter filter, By... by) {
    return spread(matter(filter) + " and grain = 'W' and on_day between :from and :to", filter, by);
  }

  private Map<List<String>, Sum> spread(String condition, SumFilter filter, By... by) {
    Map<List<String>, Sum> found = new LinkedHashMap<>();
    String sql = "select * from ow_fact_sum where " + condition;
    statement(sql, filter)
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
        jdbc.sql(sql)
            .param("kinds", filter.kinds())
            .param("places", filter.jurisdictions())
            .param("from", filter.from())
            .param("to", filter.to())
            .param("firstMonth", firstMonth(filter).atDay(1))
            .param("lastMonth", lastMonth(filter).atEndOfMonth());
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

  private static String condition(SumFilter filter) {
    return matter(filter) + days(filter);
  }

  /** Whole months by their own rows, the days around them by theirs. */
  static String days(SumFilter filter) {
    boolean hasMonths = !firstMonth(filter).isAfter(lastMonth(filter));
    return (hasMonths
        ? " and ((grain = 'M' and on_day between :firstMonth and :lastMonth)"
            + " or (grain = 'D' and on_day >= :from and on_day < :firstMonth)"
            + " or (grain = 'D' and on_day > :lastMonth and on_day <= :to))"
        : " and grain = 'D' and on_day between :from and :to");
  }

  /** The first month that lies within the days as a whole. */
  static YearMonth firstMonth(SumFilter filter) {
    LocalDate from = filter.from();
    YearMonth month = YearMonth.from(from);
    return from.getDayOfMonth() == 1 ? month : month.plusMonths(1);
  }

  /** The last such month; before the first when there is none. */
  static YearMonth lastMonth(SumFilter filter) {
    LocalDate to = filter.to();
    YearMonth month = YearMonth.from(to);
    return to.equals(month.atEndOfMonth()) ? month : month.minusMonths(1);
  }
}
