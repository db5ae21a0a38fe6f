package io.onewindow.supervision.metrics;

import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import org.camunda.bpm.engine.ManagementService;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What should have happened by itself and has not. */
@Component
class WaitingWork {

  /** A job executor at work takes a job up within this time. */
  private static final Duration GRACE = Duration.ofMinutes(1);

  private final ManagementService jobs;
  private final JdbcClient jdbc;
  private final Clock time;

  WaitingWork(ManagementService jobs, JdbcClient jdbc, Clock time) {
    this.jobs = jobs;
    this.jdbc = jdbc;
    this.time = time;
  }

  /** Timers whose time came a minute ago or earlier. */
  long timersOverdue() {
    return jobs.createJobQuery()
        .timers()
        .active()
        .withRetriesLeft()
        .duedateLowerThan(Date.from(time.instant().minus(GRACE)))
        .count();
  }

  /** Jobs given up after their last try: each is an incident in Cockpit. */
  long jobsFailed() {
    return jobs.createJobQuery().noRetriesLeft().count();
  }

  /** Messages to applicants that are not sent yet. */
  long messagesWaiting() {
    return jdbc.sql("select count(*) from ow_message where state = 'WAITING'")
        .query(Long.class)
        .single();
  }
}
