package io.onewindow.engine;

import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.JobQuery;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Where time is played: fires by hand what the engine would fire by itself, in the order it is due.
 */
@Component
@Profile("demo | sandbox")
public class DueJobs {

  private static final int SOME = 50;

  private final ManagementService management;

  DueJobs(ManagementService management) {
    this.management = management;
  }

  /**
   * A case's job.
   *
   * @param at null for one that waits for no time
   */
  public record Due(String id, Instant at) {}

  /** The first one of all, whenever it is due. */
  public Optional<Due> next() {
    return first(management.createJobQuery().withRetriesLeft());
  }

  /** The first that is due by now. */
  public Optional<Due> first() {
    return first(management.createJobQuery().executable());
  }

  private static Optional<Due> first(JobQuery jobs) {
    return jobs.active().orderByJobDuedate().asc().listPage(0, SOME).stream()
        .filter(job -> job.getProcessInstanceId() != null)
        .map(DueJobs::due)
        .findFirst();
  }

  private static Due due(Job job) {
    Date at = job.getDuedate();
    return new Due(job.getId(), at == null ? null : at.toInstant());
  }

  /** One that fails has one try less. */
  public void fire(Due due) {
    management.executeJob(due.id());
  }
}
