package io.onewindow.engine;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.cmd.ExecuteJobsCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobHelper;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobsRunnable;
import org.camunda.bpm.engine.impl.jobexecutor.JobFailureCollector;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.spring.components.jobexecutor.SpringJobExecutor;
import org.camunda.bpm.spring.boot.starter.configuration.impl.DefaultJobConfiguration.JobConfiguration;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.springframework.beans.BeanUtils;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.task.TaskExecutor;

/**
 * Runs the jobs this node has taken, but none that has waited in its queue so long that another
 * node may have taken it since: the engine's own would run it again and notice too late for what
 * cannot be rolled back, such as a mail. A node that stops gives back what it has taken and not
 * begun, so that the others need not wait until its locks run out.
 */
final class OwnedJobs extends SpringJobExecutor implements ApplicationListener<ContextClosedEvent> {

  /** Taken, and waiting for a thread. */
  private final Set<String> waiting = ConcurrentHashMap.newKeySet();

  /** With all that is set for the starter's own. */
  static OwnedJobs of(TaskExecutor threads, CamundaBpmProperties settings) {
    OwnedJobs jobs = new OwnedJobs();
    BeanUtils.copyProperties(JobConfiguration.jobExecutor(threads, settings), jobs);
    return jobs;
  }

  @Override
  public void executeJobs(List<String> ids, ProcessEngineImpl engine) {
    waiting.addAll(ids);
    super.executeJobs(ids, engine);
  }

  @Override
  protected void startJobAcquisitionThread() {
    if (jobAcquisitionThread == null) {
      jobAcquisitionThread = new Thread(JobThread.doing(acquireJobsRunnable), getName());
      jobAcquisitionThread.start();
    }
  }

  @Override
  public Runnable getExecuteJobsRunnable(List<String> jobIds, ProcessEngineImpl engine) {
    return JobThread.doing(ownedJobs(jobIds, engine));
  }

  private Runnable ownedJobs(List<String> jobIds, ProcessEngineImpl engine) {
    return new ExecuteJobsRunnable(jobIds, engine) {
      @Override
      protected void executeJob(String id, CommandExecutor commands, JobFailureCollector failure) {
        // in this order: what shutdown no longer finds waiting is either begun or sees it
        waiting.remove(id);
        if (!isActive()) {
          unlockJob(id, commands);
          return;
        }
        ExecuteJobHelper.executeJob(
            id, commands, failure, ifOwned(id, failure), engine.getProcessEngineConfiguration());
      }

      /** The engine's own would take it from another node that has it by now. */
      @Override
      protected void unlockJob(String id, CommandExecutor commands) {
        giveBack(Set.of(id), commands);
      }
    };
  }

  @Override
  public void onApplicationEvent(ContextClosedEvent closed) {
    // as long as the database is still there, and before the threads are gone
    shutdown();
  }

  @Override
  public synchronized void shutdown() {
    List<ProcessEngineImpl> engines = List.copyOf(processEngines);
    super.shutdown();
    Set<String> left = Set.copyOf(waiting);
    waiting.clear();
    engines.forEach(
        engine ->
            giveBack(left, engine.getProcessEngineConfiguration().getCommandExecutorTxRequired()));
  }

  private void giveBack(Set<String> ids, CommandExecutor commands) {
    if (!ids.isEmpty()) {
      commands.execute(
          context -> {
            context
                .getDbEntityManager()
                .update(
                    JobEntity.class, "giveJobsBack", Map.of("owner", getLockOwner(), "ids", ids));
            return null;
          });
    }
  }

  ExecuteJobsCmd ifOwned(String id, JobFailureCollector failure) {
    return new ExecuteJobsCmd(id, failure) {
      @Override
      public Void execute(CommandContext context) {
        JobEntity job = context.getDbEntityManager().selectById(JobEntity.class, id);
        return job == null || isOwned(job) ? super.execute(context) : null;
      }
    };
  }

  private boolean isOwned(JobEntity job) {
    return getLockOwner().equals(job.getLockOwner())
        && job.getLockExpirationTime().after(ClockUtil.getCurrentTime());
  }
}
