package io.onewindow.supervision.history;

import static io.onewindow.supervision.history.PastRows.at;

import io.onewindow.promise.ClockEvent;
import io.onewindow.promise.PromiseClock;
import io.onewindow.promise.StepClock;
import io.onewindow.supervision.history.PastCase.PastInstance;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads past cases page by page, in the order they were received, with a handful of statements a
 * page. The engine's history tables are read directly: its queries answer for one instance at a
 * time only.
 */
@Repository
public class PastCases {

  /** How many cases are in memory at once; our own choice. */
  static final int PAGE = 100;

  private static final String SELECTED =
      """
       from ow_case where jurisdiction in (:places) and received_at >= :from and received_at < :to
        and (:service = '' or service = :service)
      """;

  private static final String AFTER =
      " and (received_at > :at or received_at = :at and receipt_no > :no)";

  private static final String OF_CASES =
      " join act_hi_procinst p on p.proc_inst_id_ = a.proc_inst_id_ where p.business_key_ in (:nos)";

  private final JdbcClient jdbc;
  private final PromiseClock clocks;

  PastCases(JdbcClient jdbc, PromiseClock clocks) {
    this.jdbc = jdbc;
    this.clocks = clocks;
  }

  public long count(CaseSelection selection) {
    return selected("select count(*)" + SELECTED, selection).query(Long.class).single();
  }

  /**
   * The next cases of the selection, at most a page of them; empty behind the last.
   *
   * @param last the last one of the page before; null to begin
   */
  public List<PastCase> after(PastCase last, CaseSelection selection) {
    String page = "select *" + SELECTED + (last == null ? "" : AFTER);
    var statement = selected(page + " order by received_at, receipt_no limit " + PAGE, selection);
    if (last != null) {
      statement = statement.param("at", at(last.receivedAt())).param("no", last.receiptNo());
    }
    List<PastCase> files = statement.query(PastRows::file).list();
    return files.isEmpty() ? files : withHistory(files);
  }

  /** Who applied in cases of the selection, each once, in the order of their keys, page by page. */
  public List<String> applicantsAfter(String last, CaseSelection selection) {
    return selected(
            "select distinct coalesce(id_hash, name) as applicant from ow_case_party"
                + " where role = 'APPLICANT' and coalesce(id_hash, name) > :last"
                + " and receipt_no in (select receipt_no"
                + SELECTED
                + ") order by applicant limit "
                + PAGE,
            selection)
        .param("last", last)
        .query(String.class)
        .list();
  }

  private JdbcClient.StatementSpec selected(String sql, CaseSelection selection) {
    return jdbc.sql(sql)
        .param("places", selection.jurisdictions())
        .param("from", at(selection.from()))
        .param("to", at(selection.to()))
        .param("service", selection.service() == null ? "" : selection.service());
  }

  private List<PastCase> withHistory(List<PastCase> files) {
    List<String> numbers = files.stream().map(PastCase::receiptNo).toList();
    Map<String, String> caseOf = new HashMap<>();
    Map<String, List<PastInstance>> instances = instances(numbers, caseOf);
    Map<String, List<PastActivity>> activities =
        byCase(activities(numbers), PastActivity::instanceId, caseOf);
    Map<String, List<StepClock>> ticking =
        byCase(clocks.all(caseOf.keySet()), StepClock::processInstanceId, caseOf);
    var events = byCase(events(numbers), ClockEvent::processInstanceId, caseOf);
    Map<String, String> applicants = applicants(numbers);
    Map<String, List<PastPause>> pauses = pauses(numbers);
    return files.stream()
        .map(
            file ->
                PastRows.with(
                    file,
                    applicants.get(file.receiptNo()),
                    instances.getOrDefault(file.receiptNo(), List.of()),
                    activities.getOrDefault(file.receiptNo(), List.of()),
                    ticking.getOrDefault(file.receiptNo(), List.of()),
                    events.getOrDefault(file.receiptNo(), List.of()),
                    pauses.getOrDefault(file.receiptNo(), List.of())))
        .toList();
  }

  /**
   * @param caseOf is filled with the receipt number of each instance
   */
  private Map<String, List<PastInstance>> instances(
      List<String> numbers, Map<String, String> caseOf) {
    Map<String, List<PastInstance>> found = new LinkedHashMap<>();
    jdbc.sql(
            "select a.*, a.business_key_ as receipt_no from act_hi_procinst a"
                + " where a.business_key_ in (:nos) order by a.start_time_, a.proc_inst_id_")
        .param("nos", numbers)
        .query(
            row -> {
              PastInstance one = PastRows.instance(row);
              String number = row.getString("receipt_no");
              caseOf.put(one.id(), number);
              found.computeIfAbsent(number, none -> new ArrayList<>()).add(one);
            });
    return found;
  }

  private List<PastActivity> activities(List<String> numbers) {
    Map<String, String> groups = groups(numbers);
    return jdbc.sql(
            "select a.* from act_hi_actinst a"
                + OF_CASES
                + " order by a.start_time_, a.sequence_counter_, a.id_")
        .param("nos", numbers)
        .query((row, number) -> PastRows.activity(row, groups))
        .list();
  }

  /** The group each task was offered to first. */
  private Map<String, String> groups(List<String> numbers) {
    Map<String, String> groups = new HashMap<>();
    jdbc.sql(
            "select l.task_id_, l.group_id_ from act_hi_identitylink l"
                + " join act_hi_taskinst a on a.id_ = l.task_id_"
                + OF_CASES
                + " and l.type_ = 'candidate' and l.operation_type_ = 'add'"
                + " and l.group_id_ is not null order by l.timestamp_, l.group_id_")
        .param("nos", numbers)
        .query(
            row -> {
              groups.putIfAbsent(row.getString(1), row.getString(2));
            });
    return groups;
  }

  private List<ClockEvent> events(List<String> numbers) {
    return jdbc.sql(
            "select e.* from ow_clock_event e join act_hi_procinst p"
                + " on p.proc_inst_id_ = e.process_instance_id where p.business_key_ in (:nos)"
                + " order by e.happened_at, e.id")
        .param("nos", numbers)
        .query(PastRows::clockEvent)
        .list();
  }

  private Map<String, List<PastPause>> pauses(List<String> numbers) {
    Map<String, List<PastPause>> found = new HashMap<>();
    jdbc.sql(
            "select p.business_key_, w.paused_at, w.resumed_at from ow_pause w"
                + " join act_hi_procinst p on p.proc_inst_id_ = w.process_instance_id"
                + " where p.business_key_ in (:nos) order by w.paused_at")
        .param("nos", numbers)
        .query(
            row -> {
              found
                  .computeIfAbsent(row.getString(1), none -> new ArrayList<>())
                  .add(PastRows.pause(row));
            });
    return found;
  }

  private Map<String, String> applicants(List<String> numbers) {
    Map<String, String> applicants = new HashMap<>();
    jdbc.sql(
            "select receipt_no, coalesce(id_hash, name) as applicant from ow_case_party"
                + " where role = 'APPLICANT' and receipt_no in (:nos) order by party_no")
        .param("nos", numbers)
        .query(
            row -> {
              applicants.putIfAbsent(row.getString(1), row.getString(2));
            });
    return applicants;
  }

  private static <T> Map<String, List<T>> byCase(
      List<T> rows, Function<T, String> instance, Map<String, String> caseOf) {
    return rows.stream().collect(Collectors.groupingBy(row -> caseOf.get(instance.apply(row))));
  }
}
