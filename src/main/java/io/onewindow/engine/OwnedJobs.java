package io.onewindow.engine;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.ExecuteJobsCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.AcquiredJobs;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobHelper;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobsRunnable;
import org.camunda.bpm.engine.impl.jobexecutor.JobAcquisitionContext;
import org.camunda.bpm.engine.impl.jobexecutor.JobFailureCollector;
import org.camunda.bpm.engine.impl.jobexecutor.SequentialJobAcquisitionRunnable;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.management.Metrics;
import org.camunda.bpm.engine.spring.components.jobexecutor.SpringJobExecutor;
import org.camunda.bpm.spring.boot.starter.configuration.impl.DefaultJobConfiguration.JobConfiguration;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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

  private static final Logger LOG = LoggerFactory.getLogger(OwnedJobs.class);

  /** Taken, and waiting for a thread. */
  private final Set<String> waiting = ConcurrentHashMap.newKeySet();

  private final TimersTogether timers;
  private final TaskExecutor ofTimers;

  private OwnedJobs(TimersTogether timers, TaskExecutor ofTimers) {
    this.timers = timers;
    this.ofTimers = ofTimers;
  }

  /**
   * With all that is set for the starter's own.
   *
   * @param ofTimers the threads that timers have for themselves
   * @param together how many timers one transaction fires at most
   */
  static OwnedJobs of(
      TaskExecutor threads, TaskExecutor ofTimers, CamundaBpmProperties settings, int together) {
    OwnedJobs jobs = new OwnedJobs(new TimersTogether(together), ofTimers);
    BeanUtils.copyProperties(JobConfiguration.jobExecutor(threads, settings), jobs);
    return jobs;
  }

  @Override
  public void executeJobs(List<String> ids, ProcessEngineImpl engine) {
    waiting.addAll(ids);
    if (!(ids instanceof TimersTogether.Timers)) {
      super.executeJobs(ids, engine);
      return;
    }
    try {
      ofTimers.execute(getExecuteJobsRunnable(ids, engine));
    } catch (RejectedExecutionException full) {
      logRejectedExecution(engine, ids.size());
      rejectedJobsHandler.jobsRejected(ids, engine, this);
    }
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
    return JobThread.doing(new Work(jobIds, engine));
  }

  @Override
  protected void ensureInitialization() {
    super.ensureInitialization();
    acquireJobsRunnable =
        new SequentialJobAcquisitionRunnable(this) {
          @Override
          protected void executeJobs(
              JobAcquisitionContext context, ProcessEngineImpl engine, AcquiredJobs taken) {
            AcquiredJobs grouped =
                commands(engine).execute(command -> timers.grouped(taken, command));
            super.executeJobs(context, engine, grouped);
          }
        };
  }

  /** What an engine's thread does with the jobs it is given. */
  private final class Work extends ExecuteJobsRunnable {

    private final ProcessEngineImpl engine;
    private List<String> fired;

    Work(List<String> jobIds, ProcessEngineImpl engine) {
      super(jobIds, engine);
      this.engine = engine;
    }

    @Override
    protected void executeJob(String id, CommandExecutor commands, JobFailureCollector failure) {
      // in this order: what shutdown no longer finds waiting is either begun or sees it
      waiting.remove(id);
      if (!isActive()) {
        unlockJob(id, commands);
        return;
      }
      if (fired == null) {
        fired = jobIds instanceof TimersTogether.Group ? firedTogether(commands) : List.of();
      }
      if (!fired.contains(id)) {
        ExecuteJobHelper.executeJob(
            id, commands, failure, ifOwned(id, failure), engine.getProcessEngineConfiguration());
      }
    }

    /** None where one of them fails: then each is done alone, and the one that fails is noted. */
    private List<String> firedTogether(CommandExecutor commands) {
      jobIds.forEach(waiting::remove);
      List<ExecuteJobsCmd> timers =
          jobIds.stream().map(id -> ifOwned(id, new JobFailureCollector(id))).toList();
      try {
        commands.execute(
            context -> {
              TimersTogether.fire(timers, jobIds, context);
              return null;
            });
      } catch (RuntimeException failed) {
        LOG.debug("timers that were to be fired together are fired one by one", failed);
        return List.of();
      }
      countDone(jobIds.size());
      return jobIds;
    }

    private void countDone(int jobs) {
      ProcessEngineConfigurationImpl configuration = engine.getProcessEngineConfiguration();
      if (configuration.isMetricsEnabled()) {
        configuration.getMetricsRegistry().markOccurrence(Metrics.JOB_SUCCESSFUL, jobs);
      }
    }

    /** The engine's own would take it from another node that has it by now. */
    @Override
    protected void unlockJob(String id, CommandExecutor commands) {
      giveBack(Set.of(id), commands);
    }
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
    engines.forEach(engine -> giveBack(left, commands(engine)));
  }

  private static CommandExecutor commands(ProcessEngineImpl engine) {
    return engine.getProcessEngineConfiguration().getCommandExecutorTxRequired();
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
        // another of its group may have ended what it belongs to
        boolean isGone = job != null && context.getDbEntityManager().isDeleted(job);
        return job == null || isOwned(job) && !isGone ? super.execute(context) : null;
      }
    };
  }

  private boolean isOwned(JobEntity job) {
    return getLockOwner().equals(job.getLockOwner())
        && job.getLockExpirationTime().after(ClockUtil.getCurrentTime());
  }
}
