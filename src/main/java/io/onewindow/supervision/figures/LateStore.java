package io.onewindow.supervision.figures;

import io.onewindow.problem.Problem;
import io.onewindow.promise.Basis;
import io.onewindow.supervision.fact.FactRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the limits that passed in a period, whether their work has ended or not. */
@Repository
class LateStore {

  /** A limit that passed; activity, department and person are null for a case. */
  record Late(
      String receiptNo,
      String processInstanceId,
      String definitionId,
      String service,
      int version,
      String jurisdiction,
      boolean wholeCase,
      String activityId,
      String department,
      String person,
      String clockId,
      Basis basis,
      String promiseId,
      Instant dueAt,
      Instant pausedAt,
      Instant endedAt) {}

  /**
   * Which of them.
   *
   * @param scope {@code CASE}, {@code STEP}; null for both
   * @param open whether their work is open; null for both
   * @param promisedOnly only promised limits
   * @param order columns
   */
  record Filter(String scope, Boolean open, boolean promisedOnly, String order) {

    private static final Map<String, String> ORDERS =
        Map.of(
            "-dueAt", "due_at desc, receipt_no, clock_id",
            "dueAt", "due_at, receipt_no, clock_id",
            "receiptNo", "receipt_no, due_at, clock_id",
            "-receiptNo", "receipt_no desc, due_at, clock_id");

    static Filter of(Query query) {
      String scope = query.text("scope");
      if (scope != null && !scope.equals("CASE") && !scope.equals("STEP")) {
        throw Problem.badRequest("scope-refused", "参数 scope 应为 CASE 或 STEP；收到的是“" + scope + "”。");
      }
      String sort = query.text("sort", "-dueAt");
      if (!ORDERS.containsKey(sort)) {
        throw Problem.badRequest("sort-refused", "不能按“" + sort + "”排序，可用：" + ORDERS.keySet() + "。");
      }
      return new Filter(
          scope, query.truth("open"), "PROMISED".equals(query.text("basis")), ORDERS.get(sort));
    }
  }

  private static final String PASSED =
      """
       f.jurisdiction in (:places) and (
          (f.outcome = 'BROKEN' and f.decided_at >= :from and f.decided_at < :to)
          or (f.ended_at is null and f.outcome is null and f.due_at >= :from and f.due_at < :to
            and f.due_at < coalesce(f.paused_at, :now)))
      """;

  private static final String LATE =
      """
      with late as (
        select f.receipt_no, f.definition_id, f.service, f.version, f.jurisdiction,
          true as whole_case, null as activity_id, null as department, null as person, f.clock_id,
          f.basis, f.promise_id, f.due_at, f.paused_at, f.ended_at
        from ow_fact_case f where"""
          + PASSED
          + """
        union all
        select f.receipt_no, f.definition_id, f.service, f.version, f.jurisdiction, false,
          f.activity_id, f.department, f.person, f.clock_id, f.basis, f.promise_id, f.due_at,
          f.paused_at, f.ended_at
        from ow_fact_step f where f.process_key not in ('supervise-overdue', 'supervise-by-hand') and"""
          + PASSED
          + ")\n";

  private final JdbcClient jdbc;
  private final Clock time;

  LateStore(JdbcClient jdbc, Clock time) {
    this.jdbc = jdbc;
    this.time = time;
  }

  int count(Selection selection, Filter filter) {
    return statement(
            LATE + "select count(*) from late where " + condition(selection, filter), selection)
        .query(Integer.class)
        .single();
  }

  List<Late> list(Selection selection, Filter filter, Page page) {
    String sql =
        LATE
            + "select late.*, (select c.process_instance_id from ow_fact_case c"
            + " where c.receipt_no = late.receipt_no and c.whole) as process_instance_id"
            + " from late where "
            + condition(selection, filter)
            + " order by "
            + filter.order()
            + " offset :skipped rows fetch next :most rows only";
    return statement(sql, selection)
        .param("skipped", page.skipped())
        .param("most", page.size())
        .query((row, n) -> late(row))
        .list();
  }

  private JdbcClient.StatementSpec statement(String sql, Selection selection) {
    return jdbc.sql(sql)
        .param("places", selection.jurisdictions())
        .param("from", FactRows.at(selection.period().begin()))
        .param("to", FactRows.at(selection.period().end()))
        .param("now", FactRows.at(time.instant()))
        .param("service", selection.service())
        .param("version", selection.version())
        .param("department", selection.department());
  }

  private static String condition(Selection selection, Filter filter) {
    StringBuilder where = new StringBuilder("1 = 1");
    where.append(selection.service() == null ? "" : " and service = :service");
    where.append(selection.version() == null ? "" : " and version = :version");
    where.append(selection.department() == null ? "" : " and department = :department");
    if (filter.scope() != null) {
      where.append(filter.scope().equals("CASE") ? " and whole_case" : " and not whole_case");
    }
    if (filter.open() != null) {
      where.append(filter.open() ? " and ended_at is null" : " and ended_at is not null");
    }
    where.append(filter.promisedOnly() ? " and basis = 'PROMISED'" : "");
    return where.toString();
  }

  private static Late late(ResultSet row) throws SQLException {
    return new Late(
        row.getString("receipt_no"),
        row.getString("process_instance_id"),
        row.getString("definition_id"),
        row.getString("service"),
        row.getInt("version"),
        row.getString("jurisdiction"),
        row.getBoolean("whole_case"),
        row.getString("activity_id"),
        row.getString("department"),
        row.getString("person"),
        row.getString("clock_id"),
        Basis.valueOf(row.getString("basis")),
        row.getString("promise_id"),
        FactRows.instant(row, "due_at"),
        FactRows.instant(row, "paused_at"),
        FactRows.instant(row, "ended_at"));
  }
}
