package io.onewindow.engine;

import java.util.List;
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
import org.springframework.core.task.TaskExecutor;

/**
 * Runs the jobs this node has taken, but none that has waited in its queue so long that another
 * node may have taken it since: the engine's own would run it again and notice too late for what
 * cannot be rolled back, such as a mail.
 */
final class OwnedJobs extends SpringJobExecutor {

  /** With all that is set for the starter's own. */
  static OwnedJobs of(TaskExecutor threads, CamundaBpmProperties settings) {
    OwnedJobs jobs = new OwnedJobs();
    BeanUtils.copyProperties(JobConfiguration.jobExecutor(threads, settings), jobs);
    return jobs;
  }

  @Override
  public Runnable getExecuteJobsRunnable(List<String> jobIds, ProcessEngineImpl engine) {
    return new ExecuteJobsRunnable(jobIds, engine) {
      @Override
      protected void executeJob(String id, CommandExecutor commands, JobFailureCollector failure) {
        ExecuteJobHelper.executeJob(
            id, commands, failure, ifOwned(id, failure), engine.getProcessEngineConfiguration());
      }
    };
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
