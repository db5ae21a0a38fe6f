package io.onewindow.supervision.fact;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.onewindow.casefile.CaseFile;
import io.onewindow.casefile.CaseRecord;
import io.onewindow.promise.ClockRecords;
import io.onewindow.promise.ClockRecords.RecordedClock;
import io.onewindow.promise.Pause;
import io.onewindow.supervision.fact.RawCase.Activity;
import io.onewindow.supervision.fact.RawCase.Instance;
import io.onewindow.supervision.fact.RawCase.TaskLog;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads the engine's history of many cases at once. The only place with SQL on the engine's tables:
 * its own queries ask for one case, or one kind of row, at a time.
 */
@Repository
class RawHistory {

  /** The engine's word for an activity that was broken off. */
  private static final int CANCELLED = 2;

  private static final Set<String> BROKEN_OFF =
      Set.of("EXTERNALLY_TERMINATED", "INTERNALLY_TERMINATED");

  private record Link(String task, String type, String user, String group, Instant at) {}

  private final JdbcClient jdbc;
  private final CaseFile files;
  private final ClockRecords clocks;

  RawHistory(JdbcClient jdbc, CaseFile files, ClockRecords clocks) {
    this.jdbc = jdbc;
    this.files = files;
    this.clocks = clocks;
  }

  /** The cases with these numbers; one without a file or without history is left out. */
  List<RawCase> of(Collection<String> receiptNos) {
    if (receiptNos.isEmpty()) {
      return List.of();
    }
    List<Instance> instances = instances(receiptNos);
    if (instances.isEmpty()) {
      return List.of();
    }
    List<String> ids = instances.stream().map(Instance::id).toList();
    Map<String, List<Activity>> activities =
        activities(ids).stream().collect(groupingBy(Activity::instanceId));
    Map<String, TaskLog> tasks = tasks(ids);
    Map<String, List<RecordedClock>> clocksOf = clocks.clocks(ids);
    Map<String, List<Pause>> pausesOf = clocks.pauses(ids);
    Map<String, List<Instance>> byCase =
        instances.stream().collect(groupingBy(Instance::receiptNo));
    return files.all(receiptNos).stream()
        .filter(file -> isKnown(file, byCase.get(file.receiptNo())))
        .map(file -> raw(file, byCase.get(file.receiptNo()), activities, tasks, clocksOf, pausesOf))
        .toList();
  }

  private static boolean isKnown(CaseRecord file, List<Instance> instances) {
    return instances != null
        && instances.stream().anyMatch(one -> one.id().equals(file.processInstanceId()));
  }

  private static RawCase raw(
      CaseRecord file,
      List<Instance> instances,
      Map<String, List<Activity>> activities,
      Map<String, TaskLog> tasks,
      Map<String, List<RecordedClock>> clocks,
      Map<String, List<Pause>> pauses) {
    List<Activity> own =
        instances.stream()
            .flatMap(one -> activities.getOrDefault(one.id(), List.of()).stream())
            .toList();
    Map<String, TaskLog> ownTasks =
        own.stream()
            .map(Activity::taskId)
            .filter(Objects::nonNull)
            .distinct()
            .filter(tasks::containsKey)
            .collect(toMap(task -> task, tasks::get));
    return new RawCase(
        file, instances, own, ownTasks, within(clocks, instances), within(pauses, instances));
  }

  private static <T> Map<String, List<T>> within(
      Map<String, List<T>> all, List<Instance> instances) {
    return instances.stream()
        .map(Instance::id)
        .filter(all::containsKey)
        .collect(toMap(id -> id, all::get));
  }

  /** The cases that these process instances belong to, whether a case's own or called. */
  List<String> receiptNos(Collection<String> instanceIds) {
    return jdbc.sql(
            "select distinct p.BUSINESS_KEY_ from ACT_HI_PROCINST p"
                + " join ow_case c on c.receipt_no = p.BUSINESS_KEY_"
                + " where p.PROC_INST_ID_ in (:ids)")
        .param("ids", instanceIds)
        .query(String.class)
        .list();
  }

  /** The case files, in the order of their numbers. */
  List<String> receiptNosAfter(String receiptNo, int most) {
    return jdbc.sql(
            "select receipt_no from ow_case where receipt_no > :after order by receipt_no"
                + " fetch first :most rows only")
        .param("after", receiptNo)
        .param("most", most)
        .query(String.class)
        .list();
  }

  int cases() {
    return jdbc.sql("select count(*) from ow_case").query(Integer.class).single();
  }

  private List<Instance> instances(Collection<String> receiptNos) {
    return jdbc.sql(
            """
            select PROC_INST_ID_, BUSINESS_KEY_, PROC_DEF_ID_, SUPER_PROCESS_INSTANCE_ID_,
              START_TIME_, END_TIME_, STATE_
            from ACT_HI_PROCINST where BUSINESS_KEY_ in (:numbers)
            order by START_TIME_, PROC_INST_ID_
            """)
        .param("numbers", receiptNos)
        .query(
            (row, n) ->
                new Instance(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    instant(row, 5),
                    instant(row, 6),
                    BROKEN_OFF.contains(row.getString(7))))
        .list();
  }

  private List<Activity> activities(Collection<String> instanceIds) {
    return jdbc.sql(
            """
            select ID_, PROC_INST_ID_, PROC_DEF_ID_, EXECUTION_ID_, ACT_ID_, ACT_TYPE_, TASK_ID_,
              ASSIGNEE_, START_TIME_, END_TIME_, ACT_INST_STATE_
            from ACT_HI_ACTINST where PROC_INST_ID_ in (:ids) and ACT_TYPE_ in (:types)
            """)
        .param("ids", instanceIds)
        .param("types", ElementKinds.ALL)
        .query(
            (row, n) ->
                new Activity(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5),
                    row.getString(6),
                    row.getString(7),
                    row.getString(8),
                    instant(row, 9),
                    instant(row, 10),
                    row.getInt(11) == CANCELLED))
        .list();
  }

  private Map<String, TaskLog> tasks(Collection<String> instanceIds) {
    List<Link> links =
        jdbc.sql(
                """
                select l.TASK_ID_, l.TYPE_, l.USER_ID_, l.GROUP_ID_, l.TIMESTAMP_
                from ACT_HI_IDENTITYLINK l join ACT_HI_TASKINST t on t.ID_ = l.TASK_ID_
                where t.PROC_INST_ID_ in (:ids) and l.OPERATION_TYPE_ = 'add'
                order by l.TIMESTAMP_, l.ID_
                """)
            .param("ids", instanceIds)
            .query(
                (row, n) ->
                    new Link(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        instant(row, 5)))
            .list();
    Map<String, TaskLog> logs = completed(instanceIds);
    links.forEach(link -> logs.merge(link.task(), log(link), RawHistory::both));
    return logs;
  }

  private Map<String, TaskLog> completed(Collection<String> instanceIds) {
    Map<String, TaskLog> logs = new HashMap<>();
    jdbc.sql(
            """
            select TASK_ID_, USER_ID_ from ACT_HI_OP_LOG
            where PROC_INST_ID_ in (:ids) and ENTITY_TYPE_ = 'Task' and OPERATION_TYPE_ = 'Complete'
              and TASK_ID_ is not null and USER_ID_ is not null
            """)
        .param("ids", instanceIds)
        .query((row, n) -> logs.put(row.getString(1), new TaskLog(null, null, row.getString(2))))
        .list();
    return logs;
  }

  private static TaskLog log(Link link) {
    boolean taken = "assignee".equals(link.type()) && link.user() != null;
    return new TaskLog(link.group(), taken ? link.at() : null, null);
  }

  private static TaskLog both(TaskLog first, TaskLog next) {
    return new TaskLog(
        first.group() == null ? next.group() : first.group(),
        first.takenAt() == null ? next.takenAt() : first.takenAt(),
        first.completedBy());
  }

  private static Instant instant(ResultSet row, int column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at == null ? null : Instant.ofEpochMilli(at.getTime());
  }
}
