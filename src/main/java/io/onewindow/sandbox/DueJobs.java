package io.onewindow.sandbox;

import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The engine's timers, which a drill fires by hand: each at the instant it is due. */
@Component
@Profile("sandbox")
class DueJobs {

  private static final int SOME = 50;

  private final ManagementService management;

  DueJobs(ManagementService management) {
    this.management = management;
  }

  /**
   * @param at null for one that waits for no time
   */
  record Due(String id, Instant at) {}

  /** The first one of all. */
  Optional<Due> first() {
    return management
        .createJobQuery()
        .active()
        .withRetriesLeft()
        .orderByJobDuedate()
        .asc()
        .listPage(0, SOME)
        .stream()
        .filter(job -> job.getProcessInstanceId() != null)
        .map(DueJobs::due)
        .findFirst();
  }

  private static Due due(Job job) {
    Date at = job.getDuedate();
    return new Due(job.getId(), at == null ? null : at.toInstant());
  }

  /** One that fails has one try less. */
  void fire(Due due) {
    management.executeJob(due.id());
  }
}
