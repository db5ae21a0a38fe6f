package io.onewindow.promise;

import io.onewindow.engine.Callers;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The engine's timers and due dates that belong to a clock: the amber listener of its task, the red
 * timer on its border, or the event itself. They move with the clock, in the same transaction, as
 * the system's own doing: officers have no right to the engine's jobs, and whether they may stop or
 * move a clock has been checked before.
 */
@Component
class ClockTimers {

  private final ManagementService jobs;
  private final TaskService tasks;
  private final RuntimeService runtime;
  private final RepositoryService repository;
  private final TimerHolds holds;
  private final Callers callers;

  ClockTimers(
      ManagementService jobs,
      TaskService tasks,
      RuntimeService runtime,
      RepositoryService repository,
      TimerHolds holds,
      Callers callers) {
    this.jobs = jobs;
    this.tasks = tasks;
    this.runtime = runtime;
    this.repository = repository;
    this.holds = holds;
    this.callers = callers;
  }

  /** Keeps the clock's timers from firing until {@link #run}. */
  void hold(StepClock clock) {
    asSystem(() -> all(clock).forEach(job -> jobs.suspendJobById(job.getId())));
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

  /** Lets the clock's timers fire again; those a re-dating holds fire when it is over. */
  void run(StepClock clock) {
    Set<String> held = holds.of(clock.processInstanceId());
    asSystem(
        () ->
            all(clock).stream()
                .filter(job -> !held.contains(job.getId()))
                .forEach(job -> jobs.activateJobById(job.getId())));
  }

  /** Moves timers and due date to the clock's instants. */
  void move(StepClock clock) {
    asSystem(() -> moveAll(clock));
  }

  /** Officers may not see the timers of their cases, nor the tasks of other departments. */
  private void asSystem(Runnable deed) {
    callers.asSystem(
        () -> {
          deed.run();
          return null;
        });
  }

  private void moveAll(StepClock clock) {
    own(clock).forEach(job -> move(job, isAmber(clock, job) ? clock.warningAt() : clock.dueAt()));
    onBorder(clock).forEach(job -> move(job, clock.dueAt()));
    tasks
        .createTaskQuery()
        .processInstanceId(clock.processInstanceId())
        .taskDefinitionKey(clock.activityId())
        .list()
        .forEach(
            task -> {
              task.setDueDate(Date.from(clock.dueAt()));
              tasks.saveTask(task);
            });
  }

  private void move(Job job, Instant when) {
    jobs.setJobDuedate(job.getId(), Date.from(when));
  }

  /** A task's own timers are its amber listeners; an event's own timer is the due instant. */
  private boolean isAmber(StepClock clock, Job job) {
    return jobs.createJobDefinitionQuery()
            .jobDefinitionId(job.getJobDefinitionId())
            .activityIdIn(clock.activityId())
            .jobType("timer-task-listener")
            .count()
        > 0;
  }

  private List<Job> all(StepClock clock) {
    return Stream.concat(own(clock).stream(), onBorder(clock).stream()).toList();
  }

  private List<Job> own(StepClock clock) {
    return timersAt(clock, clock.activityId());
  }

  private List<Job> onBorder(StepClock clock) {
    ProcessInstance instance =
        runtime
            .createProcessInstanceQuery()
            .processInstanceId(clock.processInstanceId())
            .singleResult();
    if (instance == null) {
      return List.of();
    }
    return repository
        .getBpmnModelInstance(instance.getProcessDefinitionId())
        .getModelElementsByType(BoundaryEvent.class)
        .stream()
        .filter(event -> event.getAttachedTo().getId().equals(clock.activityId()))
        .filter(ClockTimers::isTimer)
        .flatMap(event -> timersAt(clock, event.getId()).stream())
        .toList();
  }

  private static boolean isTimer(BoundaryEvent event) {
    return event.getEventDefinitions().stream().anyMatch(TimerEventDefinition.class::isInstance);
  }

  private List<Job> timersAt(StepClock clock, String activityId) {
    return jobs.createJobQuery()
        .processInstanceId(clock.processInstanceId())
        .activityId(activityId)
        .timers()
        .list();
  }
}
