package io.onewindow.engine;

import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.SuspensionState;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/**
 * Changes the timers and due dates of many process instances at once: one query, one flush, sent to
 * the database in batches. The engine's revisions guard every row, so that a timer or task somebody
 * else changes at the same moment makes the whole call fail with {@link
 * org.camunda.bpm.engine.OptimisticLockingException} and nothing is changed. Joins the transaction
 * it is called in. One command for each timer costs some thirty times as much.
 */
@Component
public class BulkMoves {

  /**
   * What becomes of a timer.
   *
   * @param due when it fires; null to leave that as it is
   * @param held whether it is kept from firing
   */
  public record Timer(Date due, boolean held) {}

  private final ProcessEngineConfigurationImpl engine;
  private final ManagementService jobs;
  private final TaskService tasks;

  BulkMoves(ProcessEngineConfigurationImpl engine, ManagementService jobs, TaskService tasks) {
    this.engine = engine;
    this.jobs = jobs;
    this.tasks = tasks;
  }

  /**
   * @param decide what becomes of each timer; null to leave it alone
   */
  public void timers(Collection<String> processInstanceIds, Function<Job, Timer> decide) {
    engine
        .getCommandExecutorTxRequired()
        .execute(
            context -> {
              List<Job> found =
                  jobs.createJobQuery()
                      .processInstanceIds(new HashSet<>(processInstanceIds))
                      .timers()
                      .list();
              found.forEach(job -> change((JobEntity) job, decide.apply(job)));
              return null;
            });
  }

  private static void change(JobEntity job, Timer wanted) {
    if (wanted == null) {
      return;
    }
    if (wanted.due() != null) {
      job.setDuedate(wanted.due());
    }
    SuspensionState state = wanted.held() ? SuspensionState.SUSPENDED : SuspensionState.ACTIVE;
    job.setSuspensionState(state.getStateCode());
  }

  /** Whether the job executor of some node has taken the job and may be executing it. */
  public boolean isTaken(Job job) {
    JobEntity taken = (JobEntity) job;
    return taken.getLockOwner() != null
        && taken.getLockExpirationTime() != null
        && taken.getLockExpirationTime().after(ClockUtil.getCurrentTime());
  }

  /**
   * @param decide when each open task is due; null to leave it alone
   */
  public void dueDates(Collection<String> processInstanceIds, Function<Task, Date> decide) {
    engine
        .getCommandExecutorTxRequired()
        .execute(
            context -> {
              tasks
                  .createTaskQuery()
                  .processInstanceIdIn(processInstanceIds.toArray(String[]::new))
                  .list()
                  .forEach(task -> change((TaskEntity) task, decide.apply(task)));
              return null;
            });
  }

  private static void change(TaskEntity task, Date due) {
    if (due != null && !due.equals(task.getDueDate())) {
      task.setDueDate(due);
      task.triggerUpdateEvent();
    }
  }
}
