package io.onewindow.faults;

import io.onewindow.faults.Finding.Fault;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Each task was claimed and completed as was acknowledged, no other was, and none is due anew. */
final class TasksCheck {

  private final JdbcClient database;
  private final Before before;
  private final ZoneId engineZone;
  private final List<Finding> findings = new ArrayList<>();

  TasksCheck(JdbcClient database, Before before, ZoneId engineZone) {
    this.database = database;
    this.before = before;
    this.engineZone = engineZone;
  }

  List<Finding> findings(Ledger.Account account) {
    completed(account);
    claimed(account);
    due(account.dueDates());
    return findings;
  }

  private void completed(Ledger.Account account) {
    Set<String> done =
        new HashSet<>(
            strings("select ID_ from ACT_HI_TASKINST where DELETE_REASON_ = 'completed'"));
    Map<String, Integer> recorded =
        counts(
            "select task_id, count(*) from ow_audit where event = 'TASK_COMPLETED'"
                + " group by task_id");
    Set<String> accountedFor = new HashSet<>(before.completedTasks());
    Set<String> acknowledged = new HashSet<>();
    for (Deed deed : account.deeds(Deed.Kind.COMPLETE)) {
      if (deed.isDoubtful()) {
        accountedFor.add(deed.subject());
      }
      if (deed.isAcknowledged()) {
        accountedFor.add(deed.subject());
        if (!acknowledged.add(deed.subject())) {
          findings.add(new Finding(Fault.DOUBLED, "completion of task " + deed.subject()));
        }
        if (!done.contains(deed.subject())) {
          findings.add(new Finding(Fault.LOST, "completion of task " + deed.subject()));
        }
      }
    }
    for (String task : done) {
      if (!accountedFor.contains(task)) {
        findings.add(new Finding(Fault.UNASKED, "completion of task " + task));
      }
      int records = recorded.getOrDefault(task, 0);
      if (records != 1 && !before.completedTasks().contains(task)) {
        findings.add(
            new Finding(
                records == 0 ? Fault.LOST : Fault.DOUBLED,
                records + " records of the completion of task " + task));
      }
    }
  }

  private void claimed(Ledger.Account account) {
    Map<String, Integer> recorded =
        counts(
            "select TASK_ID_ || ' ' || USER_ID_, count(*) from ACT_HI_OP_LOG"
                + " where OPERATION_TYPE_ = 'Claim' group by TASK_ID_ || ' ' || USER_ID_");
    Map<String, String> takers = new HashMap<>();
    for (Deed claim : account.deeds(Deed.Kind.CLAIM)) {
      if (!claim.isAcknowledged()) {
        continue;
      }
      if (!recorded.containsKey(claim.subject() + " " + claim.clerk())) {
        findings.add(new Finding(Fault.LOST, "claim of task " + claim.subject()));
      }
      String other = takers.put(claim.subject(), claim.clerk());
      if (other != null && !other.equals(claim.clerk())) {
        findings.add(new Finding(Fault.DOUBLED, "claim of task " + claim.subject()));
      }
    }
  }

  private void due(Map<String, Instant> seen) {
    Map<String, Instant> present = new HashMap<>();
    database
        .sql("select ID_, DUE_DATE_ from ACT_HI_TASKINST where DUE_DATE_ is not null")
        .query(
            (RowCallbackHandler)
                row ->
                    present.put(
                        row.getString(1),
                        row.getObject(2, LocalDateTime.class).atZone(engineZone).toInstant()));
    seen.forEach(
        (task, due) -> {
          if (!present.containsKey(task)) {
            findings.add(new Finding(Fault.LOST, "task " + task + " that was due " + due));
          } else if (!due.equals(present.get(task))) {
            findings.add(
                new Finding(
                    Fault.MOVED_DUE_DATE, task + " was " + due + ", is " + present.get(task)));
          }
        });
  }

  private List<String> strings(String sql) {
    return database.sql(sql).query(String.class).list();
  }

  private Map<String, Integer> counts(String sql) {
    Map<String, Integer> counts = new HashMap<>();
    database
        .sql(sql)
        .query((RowCallbackHandler) row -> counts.put(row.getString(1), row.getInt(2)));
    return counts;
  }
}
