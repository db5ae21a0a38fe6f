package io.onewindow.faults;

import io.onewindow.faults.Finding.Fault;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Compares what clerks were answered with what the database holds afterwards, and the engine's
 * tables with themselves. What was there before the clerks came is left out of account. The audit's
 * chain is {@code verify-audit}'s to look at.
 */
public final class Check {

  private final JdbcClient database;
  private final ZoneId engineZone;
  private final Before before;

  /**
   * Remembers what is there already.
   *
   * @param engineZone in which the engine writes its times
   */
  public Check(JdbcClient database, ZoneId engineZone) {
    this.database = database;
    this.engineZone = engineZone;
    this.before = Before.of(database);
  }

  /** Everything that must not be; empty when nothing is wrong. */
  public List<Finding> findings(Ledger.Account account) {
    List<Finding> findings = new ArrayList<>();
    findings.addAll(new StartsCheck(database, before).findings(account));
    findings.addAll(new TasksCheck(database, before, engineZone).findings(account));
    findings.addAll(new EngineCheck(database, before).findings());
    findings.addAll(turnedAway(account));
    return findings;
  }

  /** One for all of them: there is one reason, and nothing to look up. */
  private static List<Finding> turnedAway(Ledger.Account account) {
    long deeds = account.deeds().stream().filter(Deed::isTurnedAway).count();
    return deeds == 0 ? List.of() : List.of(new Finding(Fault.TURNED_AWAY, deeds + " deeds"));
  }

  /**
   * How many jobs could be done at this moment and are not.
   *
   * @param late how long they may already have been due
   */
  public long waitingJobs(Duration late) {
    return database
        .sql(
            "select count(*) from ACT_RU_JOB where RETRIES_ > 0 and SUSPENSION_STATE_ = 1"
                + " and coalesce(DUEDATE_, CREATE_TIME_) < ?")
        .param(LocalDateTime.now(engineZone).minus(late))
        .query(Long.class)
        .single();
  }

  /** Jobs that stay undone although they could be done, as findings. */
  public List<Finding> undone(Duration late) {
    return database
        .sql(
            "select ID_ || ' ' || HANDLER_TYPE_ from ACT_RU_JOB where RETRIES_ > 0"
                + " and SUSPENSION_STATE_ = 1 and coalesce(DUEDATE_, CREATE_TIME_) < ?")
        .param(LocalDateTime.now(engineZone).minus(late))
        .query(String.class)
        .list()
        .stream()
        .map(job -> new Finding(Fault.STUCK, "job " + job))
        .toList();
  }
}
