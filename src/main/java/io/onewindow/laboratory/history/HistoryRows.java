package io.onewindow.laboratory.history;

import io.onewindow.laboratory.history.Past.Arrived;
import io.onewindow.laboratory.history.Past.Step;
import io.onewindow.laboratory.history.Past.Value;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads what happened to a service's cases from the facts that supervision counts, and what was
 * decided from the engine's history. The laboratory's only place with SQL; it only reads.
 */
@Repository
class HistoryRows {

  /** Of a variable written by something that is no element of a model. */
  private static final String UNKNOWN = "?";

  private static final String CASES =
      " from ow_fact_case c join ACT_HI_PROCINST p on p.ID_ = c.process_instance_id"
          + " where c.whole = true and c.service = :service and c.jurisdiction = :place";

  private final JdbcClient jdbc;

  HistoryRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Whether there are at least so many cases whose history the engine still keeps. */
  boolean hasCases(String service, String jurisdiction, int fewest) {
    return jdbc.sql(
                "select count(*) from (select c.receipt_no"
                    + CASES
                    + " fetch first :fewest rows only) known")
            .param("service", service)
            .param("place", jurisdiction)
            .param("fewest", fewest)
            .query(Integer.class)
            .single()
        >= fewest;
  }

  /**
   * The latest cases, the earliest of them first.
   *
   * @param variables whose values are wanted
   * @param elements what the laboratory calls an element, by its process and its id there
   */
  Past read(
      String service,
      String jurisdiction,
      HistorySettings settings,
      Collection<String> variables,
      BinaryOperator<String> elements) {
    Instant to = lastEvent(jurisdiction);
    Instant from = to.minus(settings.window());
    Instant first = first(service, jurisdiction, from, settings.mostCases());
    List<Arrived> cases = cases(service, jurisdiction, first, to);
    return new Past(
        to,
        cases,
        steps(service, jurisdiction, first, elements),
        variables.isEmpty() ? List.of() : values(service, jurisdiction, first, variables, elements),
        completions(jurisdiction, first));
  }

  /** A hall's history ends with the last thing that happened there, whatever the time is now. */
  private Instant lastEvent(String jurisdiction) {
    return jdbc.sql(
            "select greatest(max(started_at), coalesce(max(ended_at), max(started_at)))"
                + " from ow_fact_step where jurisdiction = :place")
        .param("place", jurisdiction)
        .query((row, n) -> instant(row, 1))
        .single();
  }

  private Instant first(String service, String jurisdiction, Instant from, int most) {
    return jdbc.sql(
            "select min(START_TIME_) from (select p.START_TIME_"
                + CASES
                + " and p.START_TIME_ >= :from order by p.START_TIME_ desc"
                + " fetch first :most rows only) latest")
        .param("service", service)
        .param("place", jurisdiction)
        .param("from", Timestamp.from(from))
        .param("most", most)
        .query((row, n) -> instant(row, 1))
        .single();
  }

  private List<Arrived> cases(String service, String jurisdiction, Instant first, Instant to) {
    return jdbc.sql(
            "select c.receipt_no, p.START_TIME_, p.END_TIME_, p.STATE_, c.outcome, c.due_at,"
                + " (select min(k.stopped_at) from ow_clock k where"
                + " k.process_instance_id = c.process_instance_id and k.step like '%case')"
                + CASES
                + " and p.START_TIME_ >= :first order by p.START_TIME_, c.receipt_no")
        .param("service", service)
        .param("place", jurisdiction)
        .param("first", Timestamp.from(first))
        .query(
            (row, n) -> {
              Instant ended = instant(row, 3);
              boolean whole = ended != null && "COMPLETED".equals(row.getString(4));
              return new Arrived(
                  row.getString(1),
                  instant(row, 2),
                  whole ? ended : null,
                  instant(row, 7),
                  ended == null,
                  isKept(row.getString(5), instant(row, 6), to));
            })
        .list();
  }

  /** What is open beyond its limit is late, as in the simulation. */
  private static Boolean isKept(String outcome, Instant due, Instant to) {
    if (outcome == null) {
      return due != null && due.isBefore(to) ? Boolean.FALSE : null;
    }
    return outcome.equals("VOID") ? null : (Boolean) outcome.equals("KEPT");
  }

  private List<Step> steps(
      String service, String jurisdiction, Instant first, BinaryOperator<String> elements) {
    return jdbc.sql(
            "select s.receipt_no, s.activity_id, s.department, s.person, s.for_applicant,"
                + " s.started_at, s.taken_at, s.ended_at, t.DELETE_REASON_, s.process_key"
                + " from ow_fact_step s join ow_fact_case c on c.receipt_no = s.receipt_no"
                + " join ACT_HI_PROCINST p on p.ID_ = c.process_instance_id"
                + " left join ACT_HI_TASKINST t on t.ID_ = s.task_id"
                + " where c.whole = true and c.service = :service and c.jurisdiction = :place"
                + " and p.START_TIME_ >= :first and s.task_id is not null"
                + " order by s.started_at, s.receipt_no, s.activity_id")
        .param("service", service)
        .param("place", jurisdiction)
        .param("first", Timestamp.from(first))
        .query(
            (row, n) ->
                new Step(
                    row.getString(1),
                    elements.apply(row.getString(10), row.getString(2)),
                    row.getString(3),
                    row.getString(4),
                    row.getBoolean(5),
                    instant(row, 6),
                    instant(row, 7),
                    instant(row, 8),
                    "completed".equals(row.getString(9))))
        .list();
  }

  /**
   * A variable belongs to the element at whose end it was written, or to the application. What an
   * element writes more than once, as when its form is prepared, counts as it was left.
   */
  private List<Value> values(
      String service,
      String jurisdiction,
      Instant first,
      Collection<String> variables,
      BinaryOperator<String> elements) {
    Map<List<String>, Value> last = new LinkedHashMap<>();
    jdbc.sql(
            "select c.receipt_no, a.ACT_ID_, a.PROC_DEF_KEY_, a.ACT_TYPE_, d.NAME_, d.VAR_TYPE_,"
                + " d.LONG_, d.TEXT_, d.TIME_, d.ACT_INST_ID_, c.process_instance_id"
                + " from ACT_HI_DETAIL d join ow_fact_case c"
                + " on c.process_instance_id = d.ROOT_PROC_INST_ID_"
                + " join ACT_HI_PROCINST p on p.ID_ = c.process_instance_id"
                + " left join ACT_HI_ACTINST a on a.ID_ = d.ACT_INST_ID_"
                + " where c.whole = true and c.service = :service and c.jurisdiction = :place"
                + " and p.START_TIME_ >= :first and d.TYPE_ = 'VariableUpdate'"
                + " and d.NAME_ in (:names)"
                + " order by d.TIME_, d.SEQUENCE_COUNTER_, c.receipt_no, d.NAME_")
        .param("service", service)
        .param("place", jurisdiction)
        .param("first", Timestamp.from(first))
        .param("names", variables)
        .query(
            row -> {
              List<String> where =
                  List.of(String.valueOf(row.getString("ACT_INST_ID_")), row.getString("NAME_"));
              last.put(where, value(row, elements));
            });
    return last.values().stream().filter(one -> one.text() != null).toList();
  }

  private static Value value(ResultSet row, BinaryOperator<String> elements) throws SQLException {
    String element = row.getString("ACT_ID_");
    boolean ofCase =
        element == null
            ? row.getString("process_instance_id").equals(row.getString("ACT_INST_ID_"))
            : row.getString("ACT_TYPE_").endsWith("StartEvent")
                || row.getString("ACT_TYPE_").equals("startEvent");
    String where = ofCase ? "" : UNKNOWN;
    return new Value(
        row.getString("receipt_no"),
        element == null || ofCase ? where : elements.apply(row.getString("PROC_DEF_KEY_"), element),
        row.getString("NAME_"),
        text(row.getString("VAR_TYPE_"), row.getLong("LONG_"), row.getString("TEXT_")),
        instant(row, 9));
  }

  /** Null for what has no value. */
  private static String text(String type, long number, String text) {
    return switch (type) {
      case "boolean" -> number == 1 ? "true" : "false";
      case "null" -> null;
      case "string" -> text == null ? "" : text;
      default -> String.valueOf(text == null ? number : text);
    };
  }

  /** Whoever works here may work on other services, too. */
  private Map<String, NavigableSet<Instant>> completions(String jurisdiction, Instant first) {
    Map<String, NavigableSet<Instant>> all = new HashMap<>();
    jdbc.sql(
            "select person, ended_at from ow_fact_step where jurisdiction = :place"
                + " and task_id is not null and ended_at >= :first and person <> ''")
        .param("place", jurisdiction)
        .param("first", Timestamp.from(first))
        .query(
            (row, n) ->
                all.computeIfAbsent(row.getString(1), any -> new TreeSet<>()).add(instant(row, 2)))
        .list();
    return all;
  }

  private static Instant instant(ResultSet row, int column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at == null ? null : Instant.ofEpochMilli(at.getTime());
  }
}
