package io.onewindow.supervision.figures;

import io.onewindow.supervision.fact.FactRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the open cases and their limits as they stand, straight from the running clocks. */
@Repository
class OpenCaseStore {

  /** An open case. */
  record OpenCase(
      String receiptNo,
      String processInstanceId,
      String definitionId,
      String service,
      int version,
      String jurisdiction,
      String state,
      Instant startedAt,
      CaseLight light,
      boolean provisional,
      boolean dueToday) {}

  /** A page of open cases, and how many there are in all. */
  record Listed(int total, List<OpenCase> cases) {}

  /** A department that holds an open case; none is the applicant. */
  record Held(String receiptNo, String department) {}

  /** What only watches over a case. */
  static final List<String> SUPERVISION = List.of("supervise-overdue", "supervise-by-hand");

  /** The running limits of open cases, each with its severity. */
  private static final String RUNNING =
      """
      with limits as (
        select f.receipt_no, f.clock_id from ow_fact_case f
        where f.ended_at is null and f.clock_id is not null and f.jurisdiction in (:places)
        union all
        select s.receipt_no, s.clock_id from ow_fact_case c
          join ow_fact_step s on s.receipt_no = c.receipt_no
        where c.whole and c.ended_at is null and c.jurisdiction in (:places)
          and s.ended_at is null and s.clock_id is not null
          and s.process_key not in ('supervise-overdue', 'supervise-by-hand')
      ), running as (
        select l.receipt_no, k.id, k.due_at, k.paused_at, k.provisional, k.basis,
          case when k.due_at <= coalesce(k.paused_at, :now) then 4
            when k.paused_at is not null then 2
            when k.warning_at <= :now then 3 else 1 end as severity
        from limits l join ow_clock k on k.id = l.clock_id
        where k.stopped_at is null
      )
      """;

  /** Every open case with the severity of its most pressing limit and when the next one passes. */
  private static final String OPEN =
      RUNNING
          + """
      , standing as (
        select receipt_no, max(severity) as severity,
          max(case when provisional then 1 else 0 end) as provisional,
          min(case when paused_at is null or due_at <= paused_at then due_at end) as next_due,
          max(case when paused_at is null and basis <> 'INTERNAL' and due_at > :now
            and due_at < :tomorrow then 1 else 0 end) as due_today
        from running group by receipt_no
      ), cases as (
        select c.receipt_no, c.process_instance_id, c.definition_id, c.service, c.version,
          c.jurisdiction, c.state, c.started_at, coalesce(s.severity, 0) as severity,
          coalesce(s.provisional, 0) as provisional, s.next_due,
          coalesce(s.due_today, 0) as due_today
        from ow_fact_case c left join standing s on s.receipt_no = c.receipt_no
        where c.whole and c.ended_at is null and c.jurisdiction in (:places)
      )
      """;

  private static final String HELD =
      "select 1 from ow_fact_step h where h.receipt_no = cases.receipt_no and h.ended_at is null"
          + " and not h.container and h.process_key not in ('supervise-overdue', 'supervise-by-hand')";

  private final JdbcClient jdbc;

  OpenCaseStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** All of them, the next that passes its limit first. */
  List<OpenCase> all(Selection selection, Instant now, Instant tomorrow) {
    String sql =
        OPEN
            + "select * from cases where "
            + condition(selection, null)
            + " order by "
            + OpenCaseFilter.Order.DUE.columns();
    return statement(sql, selection, null, now, tomorrow).query(OpenCaseStore::openCase).list();
  }

  Listed list(
      Selection selection, OpenCaseFilter filter, Page page, Instant now, Instant tomorrow) {
    int[] total = new int[1];
    String sql =
        OPEN
            + "select cases.*, count(*) over () as total from cases where "
            + condition(selection, filter)
            + " order by "
            + filter.order().columns()
            + " offset :skipped rows fetch next :most rows only";
    List<OpenCase> cases =
        statement(sql, selection, filter, now, tomorrow)
            .param("skipped", page.skipped())
            .param("most", page.size())
            .query(
                (row, n) -> {
                  total[0] = row.getInt("total");
                  return openCase(row, n);
                })
            .list();
    boolean past = cases.isEmpty() && page.skipped() > 0;
    return new Listed(past ? count(selection, filter, now, tomorrow) : total[0], cases);
  }

  private int count(Selection selection, OpenCaseFilter filter, Instant now, Instant tomorrow) {
    String sql = OPEN + "select count(*) from cases where " + condition(selection, filter);
    return statement(sql, selection, filter, now, tomorrow).query(Integer.class).single();
  }

  private static OpenCase openCase(ResultSet row, int n) throws SQLException {
    return new OpenCase(
        row.getString("receipt_no"),
        row.getString("process_instance_id"),
        row.getString("definition_id"),
        row.getString("service"),
        row.getInt("version"),
        row.getString("jurisdiction"),
        row.getString("state"),
        FactRows.instant(row, "started_at"),
        CaseLight.of(row.getInt("severity")),
        row.getInt("provisional") > 0,
        row.getInt("due_today") > 0);
  }

  /** The clocks of the most pressing limits of these cases, by receipt number. */
  Map<String, String> pressing(Selection selection, List<String> receiptNos, Instant now) {
    Map<String, String> first = new HashMap<>();
    jdbc.sql(
            RUNNING
                + "select receipt_no, id from running where receipt_no in (:numbers)"
                + " order by receipt_no, severity desc, due_at, id")
        .param("places", selection.jurisdictions())
        .param("now", FactRows.at(now))
        .param("numbers", receiptNos)
        .query((row, n) -> first.putIfAbsent(row.getString(1), row.getString(2)))
        .list();
    return first;
  }

  /** Who holds the open cases of these jurisdictions, each department once for each case. */
  List<Held> held(List<String> jurisdictions) {
    return jdbc.sql(
            """
            select distinct c.receipt_no,
              case when h.for_applicant then '' else h.department end as department
            from ow_fact_case c join ow_fact_step h on h.receipt_no = c.receipt_no
            where c.whole and c.ended_at is null and c.jurisdiction in (:places)
              and h.ended_at is null and not h.container and h.task_id is not null
              and h.process_key not in (:watching)
            """)
        .param("places", jurisdictions)
        .param("watching", SUPERVISION)
        .query((row, n) -> new Held(row.getString(1), row.getString(2)))
        .list();
  }

  private static String condition(Selection selection, OpenCaseFilter filter) {
    StringBuilder where = new StringBuilder("cases.jurisdiction in (:places)");
    where.append(selection.service() == null ? "" : " and cases.service = :service");
    where.append(selection.version() == null ? "" : " and cases.version = :version");
    boolean held = selection.department() != null || (filter != null && filter.step() != null);
    if (held) {
      where.append(" and exists (").append(HELD);
      where.append(selection.department() == null ? "" : " and h.department = :department");
      where.append(filter == null || filter.step() == null ? "" : " and h.activity_id = :step");
      where.append(")");
    }
    if (filter != null) {
      where.append(filter.dueToday() ? " and cases.due_today = 1" : "");
      where.append(light(filter.light()));
    }
    return where.toString();
  }

  private static String light(CaseLight light) {
    if (light == null) {
      return "";
    }
    return light == CaseLight.PROVISIONAL
        ? " and cases.provisional = 1"
        : " and cases.severity = " + light.severity();
  }

  private JdbcClient.StatementSpec statement(
      String sql, Selection selection, OpenCaseFilter filter, Instant now, Instant tomorrow) {
    JdbcClient.StatementSpec statement =
        jdbc.sql(sql)
            .param("places", selection.jurisdictions())
            .param("now", FactRows.at(now))
            .param("tomorrow", FactRows.at(tomorrow))
            .param("service", selection.service())
            .param("version", selection.version())
            .param("department", selection.department());
    return filter == null ? statement : statement.param("step", filter.step());
  }
}
