package io.onewindow.faults;

import io.onewindow.faults.Finding.Fault;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The engine's tables among themselves: nothing is stuck, and history tells what is. */
final class EngineCheck {

  /** Jobs that end something that waits or speak of it; nothing goes on by them alone. */
  private static final String BYSTANDERS =
      "('timer-transition', 'timer-start-event-subprocess', 'timer-task-listener')";

  private record Rule(Fault fault, String what, String sql) {}

  private static final List<Rule> RULES =
      List.of(
          new Rule(
              Fault.STUCK,
              "nothing moves on from",
              """
              select E.ACT_ID_ || ' of ' || E.PROC_INST_ID_ from ACT_RU_EXECUTION E
              where E.IS_ACTIVE_ = true
              and not exists (select 1 from ACT_RU_EXECUTION C where C.PARENT_ID_ = E.ID_)
              and not exists (select 1 from ACT_RU_EXECUTION S where S.SUPER_EXEC_ = E.ID_)
              and not exists (select 1 from ACT_RU_TASK T where T.EXECUTION_ID_ = E.ID_)
              and not exists (select 1 from ACT_RU_JOB J where J.EXECUTION_ID_ = E.ID_
                and J.HANDLER_TYPE_ not in %s)
              and not exists (select 1 from ACT_RU_EVENT_SUBSCR V where V.EXECUTION_ID_ = E.ID_
                and V.ACTIVITY_ID_ = E.ACT_ID_)
              """
                  .formatted(BYSTANDERS)),
          new Rule(
              Fault.STUCK,
              "all branches wait for each other in",
              """
              select P.ID_ from ACT_RU_EXECUTION P where P.PARENT_ID_ is null
              and not exists (select 1 from ACT_RU_EXECUTION E where E.PROC_INST_ID_ = P.ID_
                and (E.IS_ACTIVE_ = true or exists
                  (select 1 from ACT_RU_EXECUTION S where S.SUPER_EXEC_ = E.ID_)))
              """),
          new Rule(
              Fault.HISTORY,
              "instance runs or does not, history says otherwise:",
              """
              select H.ID_ from ACT_HI_PROCINST H where H.END_TIME_ is null
              and not exists (select 1 from ACT_RU_EXECUTION P where P.ID_ = H.ID_)
              union select P.ID_ from ACT_RU_EXECUTION P where P.PARENT_ID_ is null
              and not exists (select 1 from ACT_HI_PROCINST H where H.ID_ = P.ID_
                and H.END_TIME_ is null)
              """),
          new Rule(
              Fault.HISTORY,
              "task is open or not, history says otherwise:",
              """
              select H.ID_ from ACT_HI_TASKINST H where H.END_TIME_ is null
              and not exists (select 1 from ACT_RU_TASK T where T.ID_ = H.ID_)
              union select T.ID_ from ACT_RU_TASK T where T.PROC_INST_ID_ is not null
              and not exists (select 1 from ACT_HI_TASKINST H where H.ID_ = T.ID_
                and H.END_TIME_ is null)
              """),
          new Rule(
              Fault.HISTORY,
              "element is open, its instance or task is not:",
              """
              select A.ACT_ID_ || ' of ' || A.PROC_INST_ID_ from ACT_HI_ACTINST A
              where A.END_TIME_ is null
              and (not exists (select 1 from ACT_RU_EXECUTION P where P.ID_ = A.PROC_INST_ID_)
                or A.TASK_ID_ is not null
                and not exists (select 1 from ACT_RU_TASK T where T.ID_ = A.TASK_ID_))
              """),
          new Rule(
              Fault.HISTORY,
              "not one open element for task",
              """
              select T.ID_ from ACT_RU_TASK T where T.PROC_INST_ID_ is not null
              and (select count(*) from ACT_HI_ACTINST A where A.TASK_ID_ = T.ID_
                and A.END_TIME_ is null) <> 1
              """),
          new Rule(
              Fault.DOUBLED,
              "history of task",
              "select TASK_ID_ from ACT_HI_ACTINST where TASK_ID_ is not null"
                  + " group by TASK_ID_ having count(*) > 1"),
          new Rule(
              Fault.DOUBLED,
              "done by two executors, job",
              "select JOB_ID_ from ACT_HI_JOB_LOG where JOB_STATE_ = 2"
                  + " group by JOB_ID_ having count(*) > 1"),
          new Rule(
              Fault.EARLY,
              "by the node's own clock, job",
              "select JOB_ID_ from ACT_HI_JOB_LOG where JOB_STATE_ = 2"
                  + " and TIMESTAMP_ < JOB_DUEDATE_"));

  private final JdbcClient database;
  private final Before before;

  EngineCheck(JdbcClient database, Before before) {
    this.database = database;
    this.before = before;
  }

  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    for (Rule rule : RULES) {
      for (String what : database.sql(rule.sql()).query(String.class).list()) {
        findings.add(new Finding(rule.fault(), rule.what() + " " + what));
      }
    }
    database
        .sql("select ID_, ACTIVITY_ID_, INCIDENT_MSG_ from ACT_RU_INCIDENT")
        .query(
            (RowCallbackHandler)
                row -> {
                  if (!before.incidents().contains(row.getString(1))) {
                    String what = row.getString(2) + ": " + row.getString(3);
                    findings.add(new Finding(Fault.INCIDENT, what));
                  }
                });
    return findings;
  }
}
