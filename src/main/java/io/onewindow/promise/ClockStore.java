package io.onewindow.promise;

import static io.onewindow.promise.Rows.at;

import io.onewindow.engine.Touches;
import io.onewindow.engine.WithinTransaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The recorded clocks; written in the engine's own transaction. */
@Repository
class ClockStore {

  private static final String RUNNING =
      "select * from ow_clock where process_instance_id = ? and stopped_at is null";

  private static final String AT_EXECUTION =
      "select * from ow_clock where execution_id = ? and stopped_at is null";

  private final JdbcClient jdbc;
  private final JdbcTemplate batches;
  private final Touches touches;
  private final CalendarStore calendars;
  private final WithinTransaction<Map<String, StepClock>> known = new WithinTransaction<>();

  ClockStore(JdbcClient jdbc, JdbcTemplate batches, Touches touches, CalendarStore calendars) {
    this.jdbc = jdbc;
    this.batches = batches;
    this.touches = touches;
    this.calendars = calendars;
  }

  /**
   * @param recordedAt now
   */
  void add(StepClock clock, Instant recordedAt) {
    jdbc.sql(ClockRows.INSERT).params(ClockRows.inserted(clock, recordedAt)).update();
    known().put(key(clock.activityId(), clock.executionId()), clock);
  }

  /** The running clock of one execution of an element. */
  Optional<StepClock> running(String activityId, String executionId) {
    return Optional.ofNullable(
        known()
            .computeIfAbsent(
                key(activityId, executionId),
                key ->
                    jdbc.sql(AT_EXECUTION + " and activity_id = ?")
                        .params(executionId, activityId)
                        .query(ClockRows::clock)
                        .optional()
                        .orElse(null)));
  }

  /**
   * The same, if it was asked for or begun in this transaction and no clock has changed since: an
   * element asks for it once for each of its timers.
   */
  Optional<StepClock> known(String activityId, String executionId) {
    return Optional.ofNullable(known().get(key(activityId, executionId)));
  }

  private Map<String, StepClock> known() {
    return known.get(HashMap::new);
  }

  private static String key(String activityId, String executionId) {
    return activityId + " " + executionId;
  }

  /** A clock changes; not those that begin. */
  private JdbcClient.StatementSpec changing(String sql) {
    known().clear();
    return jdbc.sql(sql);
  }

  /** The running clock of the element whose inner elements this execution is at work on. */
  Optional<StepClock> runningAround(String executionId) {
    return jdbc.sql(AT_EXECUTION).param(executionId).query(ClockRows::clock).optional();
  }

  /** The running clocks of these executions. */
  List<StepClock> runningAt(Collection<String> executionIds) {
    if (executionIds.isEmpty()) {
      return List.of();
    }
    return jdbc.sql("select * from ow_clock where execution_id in (:ids) and stopped_at is null")
        .param("ids", executionIds)
        .query(ClockRows::clock)
        .list();
  }

  /** The clock of the whole case, while it runs. */
  Optional<StepClock> runningCase(String processInstanceId) {
    return jdbc.sql(RUNNING + " and step like '%case'")
        .param(processInstanceId)
        .query(ClockRows::clock)
        .optional();
  }

  /**
   * What there is of clocks when an element of that service is entered, and by the way the version
   * of calendars, which a clock that begins asks for next.
   */
  ClocksAround around(String processInstanceId, String activityId) {
    List<StepClock> around = new ArrayList<>();
    jdbc.sql(
            "select v.version as calendar_version, c.* from ow_calendar_version v"
                + " left join ow_clock c on c.process_instance_id = ?"
                + " and (c.activity_id = ? or c.step like '%case' and c.stopped_at is null)"
                + " where v.id = 1")
        .params(processInstanceId, activityId)
        .query(
            row -> {
              calendars.seen(row.getLong("calendar_version"));
              if (row.getString("id") != null) {
                around.add(ClockRows.clock(row, row.getRow()));
              }
            });
    around.stream()
        .filter(clock -> clock.stoppedAt() == null)
        .forEach(clock -> known().put(key(clock.activityId(), clock.executionId()), clock));
    return new ClocksAround(activityId, around);
  }

  /** The clock goes on under another execution of its element. */
  void handTo(String id, String executionId) {
    changing("update ow_clock set execution_id = ? where id = ?").params(executionId, id).update();
  }

  /** The clock never stopped; if its element was left, none of that element's executions has it. */
  void goOn(String id) {
    changing(
            "update ow_clock set stopped_at = null, execution_id = ''"
                + " where id = ? and stopped_at is not null")
        .param(id)
        .update();
  }

  /** An officer returns to that element: its next clock counts from then. */
  void returnedTo(String processInstanceId, String activityId) {
    changing(
            "update ow_clock set returned = true where called_instance_id = ? and activity_id = ?"
                + " and stopped_at is not null")
        .params(processInstanceId, activityId)
        .update();
  }

  /** The same for every element of parts that are to be called again. */
  void returnedTo(Collection<String> calledInstanceIds) {
    if (!calledInstanceIds.isEmpty()) {
      changing(
              "update ow_clock set returned = true where called_instance_id in (:ids)"
                  + " and stopped_at is not null")
          .param("ids", calledInstanceIds)
          .update();
    }
  }

  void stop(String id, Instant when) {
    changing("update ow_clock set stopped_at = ? where id = ? and stopped_at is null")
        .params(at(when), id)
        .update();
  }

  /** Whether an officer returned to that element after a clock counted from the same instant. */
  boolean isReturnedTo(String processInstanceId, String activityId, String step, Instant start) {
    return jdbc.sql(
                "select count(*) from ow_clock where process_instance_id = ? and activity_id = ?"
                    + " and step = ? and started_at = ? and returned")
            .params(processInstanceId, activityId, step, at(start))
            .query(Long.class)
            .single()
        > 0;
  }

  /** The step's running clock, or else the one that ended last. */
  Optional<StepClock> latestStep(String processInstanceId, String step) {
    return jdbc.sql(
            "select * from ow_clock where process_instance_id = ? and step = ?"
                + " order by stopped_at desc nulls first, started_at desc limit 1")
        .params(processInstanceId, step)
        .query(ClockRows::clock)
        .optional();
  }

  List<StepClock> running(Collection<String> processInstanceIds) {
    if (processInstanceIds.isEmpty()) {
      return List.of();
    }
    return jdbc.sql(
            "select * from ow_clock where process_instance_id in (:ids) and stopped_at is null")
        .param("ids", processInstanceIds)
        .query(ClockRows::clock)
        .list();
  }

  /**
   * The running clocks of a case, its rows locked until the transaction ends: acts of officers and
   * a re-dating wait for each other.
   */
  List<StepClock> locked(String processInstanceId) {
    return jdbc.sql(RUNNING + " order by id for update")
        .param(processInstanceId)
        .query(ClockRows::clock)
        .list();
  }

  /**
   * The running clocks that a special procedure stops; a step that took the case's clock over can
   * be stopped only together with it.
   */
  List<StepClock> pausable(String processInstanceId) {
    List<StepClock> running = locked(processInstanceId);
    boolean caseIsOurs = running.stream().anyMatch(c -> c.isWholeCase() && !c.isPausable());
    return running.stream()
        .filter(StepClock::isPausable)
        .filter(clock -> clock.basis() != Basis.CASE || !caseIsOurs)
        .toList();
  }

  /** The process instances in which clocks of these services run, each with its service's own. */
  Map<String, String> instances(Collection<String> services) {
    Map<String, String> instances = new HashMap<>();
    services.forEach(service -> instances.put(service, service));
    running(services).forEach(c -> instances.put(c.calledInstanceId(), c.processInstanceId()));
    return instances;
  }

  /** Every clock the case ever had, in the order they began. */
  List<StepClock> all(String processInstanceId) {
    return jdbc.sql("select * from ow_clock where process_instance_id = ? order by started_at, id")
        .param(processInstanceId)
        .query(ClockRows::clock)
        .list();
  }

  /** Every clock of these instances, those of each in the order they began. */
  List<StepClock> all(Collection<String> processInstanceIds) {
    if (processInstanceIds.isEmpty()) {
      return List.of();
    }
    return jdbc.sql(
            "select * from ow_clock where process_instance_id in (:ids) order by started_at, id")
        .param("ids", processInstanceIds)
        .query(ClockRows::clock)
        .list();
  }

  void turn(String id, Light light) {
    changing("update ow_clock set light = ? where id = ?").params(light.name(), id).update();
  }

  void stop(String activityId, String executionId, Instant when) {
    changing(
            "update ow_clock set stopped_at = ?"
                + " where execution_id = ? and activity_id = ? and stopped_at is null")
        .params(at(when), executionId, activityId)
        .update();
  }

  /** Writes a clock's instants, whether it stands still and by how much it was extended. */
  void redate(StepClock clock) {
    changing(
            """
            update ow_clock set warning_at = ?, due_at = ?, statutory_due_at = ?, provisional = ?,
              estimated_from = ?, paused_at = ?, extended_by = ?
            where id = ?
            """)
        .params(
            at(clock.warningAt()),
            at(clock.dueAt()),
            at(clock.statutoryDueAt()),
            clock.provisional(),
            clock.estimatedFrom(),
            at(clock.pausedAt()),
            clock.extendedBy(),
            clock.id())
        .update();
  }

  /** Writes what many clocks rest on and their instants, sent in one batch. */
  void recounted(List<StepClock> counted) {
    known().clear();
    batches.batchUpdate(ClockRows.RECOUNT, counted.stream().map(ClockRows::recounted).toList());
    counted.forEach(clock -> touches.touched(clock.processInstanceId()));
  }
}
