package io.onewindow.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.AcquiredJobs;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionManager;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceManager;

/**
 * Puts timers of different instances that are due at the same time into one transaction: most of
 * what a timer costs is what a transaction costs. A timer only writes to the database, so that a
 * transaction that fails has done nothing; jobs that tell others are no timers and stay alone.
 */
final class TimersTogether {

  private final int most;

  /**
   * @param most how many one transaction fires; one means that each has its own
   */
  TimersTogether(int most) {
    this.most = most;
  }

  /** Nothing but timers, none of which has failed before. */
  static class Timers extends ArrayList<String> {
    private static final long serialVersionUID = 1;
  }

  /** Of different instances, to be fired in one transaction. */
  static final class Group extends Timers {
    private static final long serialVersionUID = 1;
  }

  /**
   * The same jobs, with timers told from others: in groups those that may be fired together, and by
   * themselves those of one instance, which are fired one after the other.
   */
  AcquiredJobs grouped(AcquiredJobs taken, CommandContext context) {
    List<String> all = taken.getJobIdBatches().stream().flatMap(List::stream).toList();
    if (all.isEmpty()) {
      return taken;
    }
    Set<String> timers = timersAmong(all, context);
    AcquiredJobs grouped = new AcquiredJobs(taken.getNumberOfJobsAttemptedToAcquire());
    Group group = new Group();
    for (List<String> jobs : taken.getJobIdBatches()) {
      if (!timers.containsAll(jobs)) {
        grouped.addJobIdBatch(jobs);
        continue;
      }
      if (jobs.size() > 1) {
        Timers ofOne = new Timers();
        ofOne.addAll(jobs);
        grouped.addJobIdBatch(ofOne);
        continue;
      }
      group.addAll(jobs);
      if (group.size() == most) {
        grouped.addJobIdBatch(group);
        group = new Group();
      }
    }
    grouped.addJobIdBatch(group);
    return grouped;
  }

  @SuppressWarnings("unchecked")
  private static Set<String> timersAmong(List<String> ids, CommandContext context) {
    return Set.copyOf(
        (List<String>)
            context
                .getDbEntityManager()
                .selectListWithRawParameter("selectTimersAmong", ids, 0, Integer.MAX_VALUE));
  }

  /** Reads at once what each of them would ask for one by one, and then does them in turn. */
  @SuppressWarnings("unchecked")
  static void fire(List<? extends Command<Void>> timers, List<String> ids, CommandContext context) {
    List<JobEntity> jobs =
        context
            .getDbEntityManager()
            .selectListWithRawParameter("selectJobsAmong", ids, 0, Integer.MAX_VALUE);
    List<String> instances = jobs.stream().map(JobEntity::getProcessInstanceId).distinct().toList();
    if (!instances.isEmpty()) {
      ((WholeTrees) context.getSession(ExecutionManager.class)).read(instances);
      ((WholeVariables) context.getSession(VariableInstanceManager.class)).read(instances);
    }
    timers.forEach(timer -> timer.execute(context));
  }
}
