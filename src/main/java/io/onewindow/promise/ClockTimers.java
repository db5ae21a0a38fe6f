package io.onewindow.promise;

import io.onewindow.engine.BulkMoves;
import io.onewindow.engine.Callers;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The engine's timers and due dates that belong to a clock: reminder and amber of its task, the red
 * timer on its border, or the event itself. Each keeps a point of its own and moves with the clock
 * in the same transaction, as the system's own doing: officers have no right to the engine's jobs,
 * and whether they may stop or move a clock has been checked before.
 */
@Component
class ClockTimers {

  private final ManagementService jobs;
  private final BulkMoves engine;
  private final TaskService tasks;
  private final TimerPlaces places;
  private final TimerHolds holds;
  private final MissingTimers missing;
  private final Reminders reminders;
  private final ClockJournal journal;
  private final Callers callers;
  private final Clock time;

  ClockTimers(
      ManagementService jobs,
      BulkMoves engine,
      TaskService tasks,
      TimerPlaces places,
      TimerHolds holds,
      MissingTimers missing,
      Reminders reminders,
      ClockJournal journal,
      Callers callers,
      Clock time) {
    this.jobs = jobs;
    this.engine = engine;
    this.tasks = tasks;
    this.places = places;
    this.holds = holds;
    this.missing = missing;
    this.reminders = reminders;
    this.journal = journal;
    this.callers = callers;
    this.time = time;
  }

  /** Keeps the clock's timers from firing until {@link #run}. */
  void hold(StepClock clock) {
    suspended(clock, true, job -> true);
  }

  /**
   * The same for a clock that begins while its case stands still: its timers do not exist yet and
   * are held when the engine has written them, before anything is committed.
   */
  void holdFromTheBeginning(StepClock clock) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void beforeCommit(boolean readOnly) {
            hold(clock);
          }
        });
  }

  /**
   * The same for a clock that may have begun in this very command, whose timers the engine writes
   * only at its end; they are held unless the clock runs again by then.
   */
  void holdOnceWritten(StepClock clock) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void beforeCommit(boolean readOnly) {
            if (!journal.openPauses(clock.processInstanceId()).isEmpty()) {
              hold(clock);
            }
          }
        });
  }

  /** Lets the clock's timers fire again; those a re-dating holds fire when it is over. */
  void run(StepClock clock) {
    Set<String> held = holds.of(clock.processInstanceId());
    suspended(clock, false, job -> !held.contains(job.getId()));
  }

  /**
   * Changes the timers as the engine has them in hand: a model's own step may move and release the
   * same timer in one command.
   */
  private void suspended(StepClock clock, boolean held, Predicate<Job> which) {
    asSystem(
        () ->
            engine.timers(
                List.of(clock.calledInstanceId()),
                job ->
                    isOf(job, clock) && which.test(job) ? new BulkMoves.Timer(null, held) : null));
  }

  private boolean isOf(Job job, StepClock clock) {
    return clock.executionId().equals(job.getExecutionId())
        && places.key(job).equals(TimerPlaces.key(clock));
  }

  /**
   * Moves timers and due date to the clock's instants, and sets again what has fired already
   * although its point is now ahead. The clock must be recorded with these instants.
   */
  void move(StepClock clock) {
    asSystem(
        () -> {
          moveTimers(reminders.of(clock, journal.pauses(clock.processInstanceId())));
          moveDueDates(clock);
        });
  }

  /** Officers may not see the timers of their cases, nor the tasks of other departments. */
  private void asSystem(Runnable deed) {
    callers.asSystem(
        () -> {
          deed.run();
          return null;
        });
  }

  private void moveTimers(ClockPoints points) {
    List<Job> waiting = all(points.clock());
    for (Job job : waiting) {
      ClockPoint point = places.of(job).point();
      if (point != null) {
        jobs.setJobDuedate(job.getId(), Date.from(points.at(point)));
      }
    }
    missing.of(List.of(points), waiting, time.instant()).forEach(this::setAgain);
  }

  private void setAgain(MissingTimers.Missing timer) {
    String job = missing.setAgain(timer);
    if (timer.clock().pausedAt() != null) {
      jobs.suspendJobById(job);
    }
  }

  private void moveDueDates(StepClock clock) {
    tasks
        .createTaskQuery()
        .executionId(clock.executionId())
        .taskDefinitionKey(clock.activityId())
        .list()
        .forEach(
            task -> {
              task.setDueDate(Date.from(clock.dueAt()));
              tasks.saveTask(task);
            });
  }

  private List<Job> all(StepClock clock) {
    return jobs.createJobQuery().executionId(clock.executionId()).timers().list().stream()
        .filter(job -> isOf(job, clock))
        .toList();
  }
}
