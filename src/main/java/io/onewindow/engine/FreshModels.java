package io.onewindow.engine;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.persistence.entity.JobDefinitionEntity;

/**
 * What this node has just read of models: in almost every transaction the engine asks the database
 * again whether one has been suspended meanwhile. What this node changes it sees at once; what
 * another node changes, within ten seconds.
 */
final class FreshModels {

  private static final long FRESH = Duration.ofSeconds(10).toNanos();

  private final Map<String, Long> definitions = new ConcurrentHashMap<>();
  private final Map<String, Read> jobs = new ConcurrentHashMap<>();

  /**
   * @param at by the machine's own clock, which no test moves
   */
  private record Read(JobDefinitionEntity job, long at) {}

  /** A definition as it is deployed here while it has just been read, else as it is read now. */
  <T> T definition(String id, Supplier<T> deployed, Supplier<T> read) {
    Long readAt = definitions.get(id);
    boolean isFresh = readAt != null && System.nanoTime() - readAt < FRESH;
    T known = isFresh ? deployed.get() : null;
    if (known != null) {
      return known;
    }
    definitions.put(id, System.nanoTime());
    return read.get();
  }

  /** For a transaction of its own to keep. */
  Optional<JobDefinitionEntity> job(String id) {
    Read read = jobs.get(id);
    return read != null && System.nanoTime() - read.at < FRESH
        ? Optional.of(copy(read.job))
        : Optional.empty();
  }

  void wasRead(JobDefinitionEntity job) {
    jobs.put(job.getId(), new Read(copy(job), System.nanoTime()));
  }

  /** Something has been changed or taken away. */
  void forget() {
    definitions.clear();
    jobs.clear();
  }

  private static JobDefinitionEntity copy(JobDefinitionEntity job) {
    JobDefinitionEntity copy = new JobDefinitionEntity();
    copy.setId(job.getId());
    copy.setRevision(job.getRevision());
    copy.setProcessDefinitionId(job.getProcessDefinitionId());
    copy.setProcessDefinitionKey(job.getProcessDefinitionKey());
    copy.setActivityId(job.getActivityId());
    copy.setJobType(job.getJobType());
    copy.setJobConfiguration(job.getJobConfiguration());
    copy.setSuspensionState(job.getSuspensionState());
    copy.setJobPriority(job.getOverridingJobPriority());
    copy.setTenantId(job.getTenantId());
    copy.setDeploymentId(job.getDeploymentId());
    return copy;
  }
}
