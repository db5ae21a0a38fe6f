package io.onewindow.demo;

import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Fires by hand what the engine would fire by itself, in the order it is due. */
@Component
@Profile("demo")
class Timers {

  private final ManagementService management;

  Timers(ManagementService management) {
    this.management = management;
  }

  /**
   * A job that is due.
   *
   * @param at null for one that waits for no time
   */
  record Due(String id, Instant at) {}

  /** The first that is due by now; empty when there is none. */
  Optional<Due> first() {
    return management
        .createJobQuery()
        .active()
        .executable()
        .orderByJobDuedate()
        .asc()
        .listPage(0, 1)
        .stream()
        .filter(job -> job.getProcessInstanceId() != null)
        .map(Timers::due)
        .findFirst();
  }

  private static Due due(Job job) {
    Date at = job.getDuedate();
    return new Due(job.getId(), at == null ? null : at.toInstant());
  }

  void fire(Due due) {
    management.executeJob(due.id());
  }
}
