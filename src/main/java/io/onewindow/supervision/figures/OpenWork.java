package io.onewindow.supervision.figures;

import io.onewindow.calendar.WorkCalendar;
import io.onewindow.supervision.fact.FactRows;
import io.onewindow.supervision.fact.SumFilter;
import io.onewindow.supervision.fact.SumReader.By;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts the work that is open now, told apart like the sums of what has ended. */
@Component
class OpenWork {

  /**
   * Open work.
   *
   * @param open how much
   * @param late of it, whose limit has passed
   * @param broken of it, whose promised limit passed in the period
   * @param beyond of it, whose limit of any kind passed in the period
   */
  record Counts(int open, int late, int broken, int beyond) {

    static final Counts NONE = new Counts(0, 0, 0, 0);
  }

  /**
   * Open work whose limit passed.
   *
   * @param broken a promised limit
   * @param beyond a limit of any kind
   */
  record Passed(int broken, int beyond) {

    static final Passed NONE = new Passed(0, 0);

    private Passed plus(Passed other) {
      return new Passed(broken + other.broken, beyond + other.beyond);
    }
  }

  private static final String LATE = "due_at < coalesce(paused_at, :now) and outcome is null";
  private static final String IN_PERIOD = LATE + " and due_at >= :from and due_at < :to";

  private static final String COUNTS =
      "count(*) as open_work,"
          + one(LATE)
          + " as late,"
          + one(IN_PERIOD + " and basis = 'PROMISED'")
          + " as broken,"
          + one(IN_PERIOD)
          + " as beyond";

  private final JdbcClient jdbc;
  private final Clock time;

  OpenWork(JdbcClient jdbc, Clock time) {
    this.jdbc = jdbc;
    this.time = time;
  }

  private static String one(String condition) {
    return " sum(case when " + condition + " then 1 else 0 end)";
  }

  /** Open cases whose limit passed in the period, by the Monday of the week in which it did. */
  Map<LocalDate, Passed> casesByWeek(SumFilter filter) {
    return byWeek("ow_fact_case", ofCases(filter), filter);
  }

  /** The same of open steps. */
  Map<LocalDate, Passed> stepsByWeek(SumFilter filter) {
    return byWeek("ow_fact_step", ofSteps(filter), filter);
  }

  private Map<LocalDate, Passed> byWeek(String table, String condition, SumFilter filter) {
    Map<LocalDate, Passed> weeks = new HashMap<>();
    statement("select due_at, basis from " + table + condition + " and " + IN_PERIOD, filter)
        .query(
            (row, n) -> {
              LocalDate due =
                  LocalDate.ofInstant(FactRows.instant(row, "due_at"), WorkCalendar.ZONE);
              int broken = "PROMISED".equals(row.getString("basis")) ? 1 : 0;
              return weeks.merge(monday(due), new Passed(broken, 1), Passed::plus);
            })
        .list();
    return weeks;
  }

  private static LocalDate monday(LocalDate day) {
    return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  /** Open cases, or the services they call, by service. */
  Map<List<String>, Counts> cases(SumFilter filter, By... by) {
    return query(
        "ow_fact_case",
        Map.of(
            By.SERVICE, "service",
            By.PROCESS, "service",
            By.VERSION, "version",
            By.JURISDICTION, "jurisdiction"),
        ofCases(filter),
        filter,
        by);
  }

  private static String ofCases(SumFilter filter) {
    return condition(filter, "service") + (filter.kinds().contains("V") ? "" : " and whole");
  }

  Map<List<String>, Counts> steps(SumFilter filter, By... by) {
    return query(
        "ow_fact_step",
        Map.of(
            By.SERVICE, "service",
            By.PROCESS, "process_key",
            By.VERSION, "version",
            By.JURISDICTION, "jurisdiction",
            By.ACTIVITY, "activity_id",
            By.DEPARTMENT, "department",
            By.PERSON, "person"),
        ofSteps(filter),
        filter,
        by);
  }

  private static String ofSteps(SumFilter filter) {
    return condition(filter, "process_key")
        + kinds(filter.kinds())
        + (filter.service() == null ? "" : " and service = :service")
        + (filter.activityId() == null ? "" : " and activity_id = :activity")
        + (filter.department() == null ? "" : " and department = :department");
  }

  private static String kinds(List<String> kinds) {
    List<String> any = new ArrayList<>();
    if (kinds.contains("P")) {
      any.add("container");
    }
    if (kinds.contains("S")) {
      any.add("not container and not for_applicant");
    }
    if (kinds.contains("A")) {
      any.add("not container and for_applicant");
    }
    return " and (" + String.join(" or ", any) + ")";
  }

  private static String condition(SumFilter filter, String process) {
    return " where ended_at is null and jurisdiction in (:places)"
        + (filter.processKey() == null ? "" : " and " + process + " = :process")
        + (filter.version() == null ? "" : " and version = :version");
  }

  private Map<List<String>, Counts> query(
      String table, Map<By, String> columns, String condition, SumFilter filter, By... by) {
    List<String> names = new ArrayList<>();
    for (By one : by) {
      names.add(columns.get(one));
    }
    String group = String.join(", ", names);
    String sql =
        "select "
            + group
            + (names.isEmpty() ? "" : ", ")
            + COUNTS
            + " from "
            + table
            + condition
            + (names.isEmpty() ? "" : " group by " + group);
    Map<List<String>, Counts> found = new HashMap<>();
    statement(sql, filter).query((row, n) -> found.put(key(row, names.size()), counts(row))).list();
    return found;
  }

  private JdbcClient.StatementSpec statement(String sql, SumFilter filter) {
    Period period = new Period(filter.from(), filter.to());
    return jdbc.sql(sql)
        .param("now", FactRows.at(time.instant()))
        .param("from", FactRows.at(period.begin()))
        .param("to", FactRows.at(period.end()))
        .param("places", filter.jurisdictions())
        .param("process", filter.processKey())
        .param("version", filter.version())
        .param("service", filter.service())
        .param("activity", filter.activityId())
        .param("department", filter.department());
  }

  private static List<String> key(ResultSet row, int columns) throws SQLException {
    List<String> key = new ArrayList<>();
    for (int column = 1; column <= columns; column++) {
      key.add(row.getString(column));
    }
    return key;
  }

  private static Counts counts(ResultSet row) throws SQLException {
    return new Counts(
        row.getInt("open_work"), row.getInt("late"), row.getInt("broken"), row.getInt("beyond"));
  }
}
