package io.onewindow.promise;

import io.onewindow.engine.Callers;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/**
 * The light of a clock and the place it gives a task in its list. Timers turn it on; it is taken
 * back only when the clock's instants move so far that it is no longer true. That it was on stays
 * in the journal.
 */
@Component
class ClockLights {

  private static final int REMINDED_PRIORITY = 60;
  private static final int AMBER_PRIORITY = 75;
  private static final int RED_PRIORITY = 100;

  private final ClockStore clocks;
  private final ClockJournal journal;
  private final TaskService tasks;
  private final Callers callers;
  private final Clock time;

  ClockLights(
      ClockStore clocks, ClockJournal journal, TaskService tasks, Callers callers, Clock time) {
    this.clocks = clocks;
    this.journal = journal;
    this.tasks = tasks;
    this.callers = callers;
    this.time = time;
  }

  /** Notes that the officer was reminded and moves the task up a little. */
  void remind(StepClock clock, DelegateTask task) {
    journal.write(ClockEvent.of(clock, ClockEvent.Kind.REMINDED, now()));
    task.setPriority(Math.max(task.getPriority(), REMINDED_PRIORITY));
  }

  /** Turns a green light amber. */
  void amber(StepClock clock, DelegateTask task) {
    if (clock.light() == Light.GREEN) {
      turn(clock, Light.AMBER, ClockEvent.Kind.AMBER);
    }
    task.setPriority(Math.max(task.getPriority(), AMBER_PRIORITY));
  }

  void red(StepClock clock) {
    turn(clock, Light.RED, ClockEvent.Kind.RED);
    tasksOf(clock).forEach(task -> tasks.setPriority(task.getId(), RED_PRIORITY));
  }

  private void turn(StepClock clock, Light light, ClockEvent.Kind kind) {
    clocks.turn(clock.id(), light);
    journal.write(ClockEvent.of(clock, kind, now()));
  }

  /**
   * Takes an amber or red light back that the clock's new instants no longer bear out. Whoever was
   * put on the case to supervise it stays and closes that by hand. The system puts the task back in
   * its place: who extends a limit has no right to other departments' tasks.
   *
   * @param before with the instants by which the light came on
   * @param after with those that hold now
   * @param actor user id of who moved them, null for the system
   * @param reason why they moved
   */
  void follow(StepClock before, StepClock after, String actor, String reason) {
    Instant now = after.pausedAt() == null ? now() : after.pausedAt();
    Light light = after.lightAt(now);
    if (light.compareTo(before.light()) >= 0) {
      return;
    }
    clocks.turn(after.id(), light);
    String words = before.light().label() + "撤回，改为" + light.label();
    journal.write(
        new ClockEvent(
            after.processInstanceId(),
            after.id(),
            ClockEvent.Kind.TAKEN_BACK,
            now(),
            actor,
            reason == null ? words : words + "：" + reason,
            null,
            before.dueAt(),
            after.dueAt()));
    callers.asSystem(
        () -> {
          tasksOf(after).forEach(task -> moveDown(task, light));
          return null;
        });
  }

  /** A priority that was not given by a light is left alone. */
  private void moveDown(Task task, Light light) {
    boolean ours = task.getPriority() == RED_PRIORITY || task.getPriority() == AMBER_PRIORITY;
    if (ours) {
      tasks.setPriority(task.getId(), light == Light.AMBER ? AMBER_PRIORITY : Task.PRIORITY_NORMAL);
    }
  }

  private List<Task> tasksOf(StepClock clock) {
    return tasks
        .createTaskQuery()
        .executionId(clock.executionId())
        .taskDefinitionKey(clock.activityId())
        .list();
  }

  private Instant now() {
    return time.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
