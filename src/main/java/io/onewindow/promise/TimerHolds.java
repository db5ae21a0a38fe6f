package io.onewindow.promise;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which timers a re-dating keeps from firing until it is over. */
@Repository
class TimerHolds {

  /** One held timer. */
  record Hold(String jobId, String processInstanceId) {}

  private final JdbcClient jdbc;
  private final JdbcTemplate batches;

  TimerHolds(JdbcClient jdbc, JdbcTemplate batches) {
    this.jdbc = jdbc;
    this.batches = batches;
  }

  void add(String runId, Collection<Hold> holds) {
    batches.batchUpdate(
        "insert into ow_redating_hold (job_id, run_id, process_instance_id) values (?, ?, ?)",
        holds.stream()
            .map(hold -> new Object[] {hold.jobId(), runId, hold.processInstanceId()})
            .toList());
  }

  /** Ids of the held timers of one case. */
  Set<String> of(String processInstanceId) {
    return of(List.of(processInstanceId));
  }

  /** Ids of the held timers of these cases. */
  Set<String> of(Collection<String> processInstanceIds) {
    return new HashSet<>(
        jdbc.sql("select job_id from ow_redating_hold where process_instance_id in (:ids)")
            .param("ids", processInstanceIds)
            .query(String.class)
            .list());
  }

  /** The first cases that still have timers held by that run. */
  List<String> cases(String runId, int most) {
    return jdbc.sql(
            "select distinct process_instance_id from ow_redating_hold where run_id = ?"
                + " order by process_instance_id fetch first ? rows only")
        .params(runId, most)
        .query(String.class)
        .list();
  }

  void forget(String runId, Collection<String> processInstanceIds) {
    jdbc.sql("delete from ow_redating_hold where run_id = :run and process_instance_id in (:ids)")
        .param("run", runId)
        .param("ids", processInstanceIds)
        .update();
  }
}
