package io.onewindow.promise;

import io.onewindow.engine.CalledPart;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;

/**
 * The clock that models speak to. The first question about an element starts its clock and records
 * it; every later question gets the same instants, so that a task's due date and its amber and red
 * timers can never differ.
 */
@Component("promiseClock")
public class PromiseClock {

  /** Stands for whatever step is overdue in a service that the asking one called. */
  static final String CALLED_SERVICE = "called-service";

  private final ClockStarts starts;
  private final ClockStore clocks;
  private final ClockLights lights;
  private final ClockJournal journal;
  private final StepNames names;
  private final ClockActs acts;
  private final Reminders reminders;
  private final HallCalendars calendars;
  private final RuntimeService runtime;
  private final Clock time;

  PromiseClock(
      ClockStarts starts,
      ClockStore clocks,
      ClockLights lights,
      ClockJournal journal,
      StepNames names,
      ClockActs acts,
      Reminders reminders,
      HallCalendars calendars,
      RuntimeService runtime,
      Clock time) {
    this.starts = starts;
    this.clocks = clocks;
    this.lights = lights;
    this.journal = journal;
    this.names = names;
    this.acts = acts;
    this.reminders = reminders;
    this.calendars = calendars;
    this.runtime = runtime;
    this.time = time;
  }

  /** When the step's limit ends, counted from now if its clock does not run yet. */
  public Date due(DelegateExecution execution, String step) {
    return dueSince(execution, step, now());
  }

  /** When the step's limit ends, counted from {@code start} if its clock does not run yet. */
  public Date dueSince(DelegateExecution execution, String step, Date start) {
    return Date.from(clock(execution, step, start).dueAt());
  }

  /** When the step's light turns amber. */
  public Date warning(DelegateExecution execution, String step) {
    return warningSince(execution, step, now());
  }

  /** When the step's light turns amber, counted from {@code start}. */
  public Date warningSince(DelegateExecution execution, String step, Date start) {
    return Date.from(clock(execution, step, start).warningAt());
  }

  /** When to remind of the step before its light turns amber. */
  public Date reminder(DelegateExecution execution, String step) {
    return reminderSince(execution, step, now());
  }

  /** When to remind of the step, counted from {@code start}. */
  public Date reminderSince(DelegateExecution execution, String step, Date start) {
    StepClock clock = clock(execution, step, start);
    return Date.from(reminders.of(clock, journal.pauses(clock.processInstanceId())).reminderAt());
  }

  /** Reminds of the task: notes it and moves it up a little in its list. */
  public void remind(DelegateTask task) {
    clockOf(task).ifPresent(clock -> lights.remind(clock, task));
  }

  /** Turns the task's light amber and moves it up in its list. */
  public void amber(DelegateTask task) {
    clockOf(task).ifPresent(clock -> lights.amber(clock, task));
  }

  private Optional<StepClock> clockOf(DelegateTask task) {
    return clocks.running(task.getTaskDefinitionKey(), task.getExecutionId());
  }

  /** Turns the step's light red: its limit has passed and it is not done. */
  public void overdue(DelegateExecution execution, String step) {
    lights.red(latest(execution, step));
  }

  /**
   * Notes that silence made the application accepted as of its receipt.
   *
   * @param rule the law that gives silence that effect, and its words
   */
  public void deemedAccepted(DelegateExecution execution, Instant received, String rule) {
    note(
        execution,
        ClockEvent.Kind.DEEMED_ACCEPTED,
        rule + "；收到材料时间 " + StoryEvents.moment(received));
  }

  /** Notes which other case this one led to or came from, in Chinese. */
  public void linked(DelegateExecution execution, String text) {
    note(execution, ClockEvent.Kind.LINKED, text);
  }

  private void note(DelegateExecution execution, ClockEvent.Kind kind, String text) {
    journal.write(
        new ClockEvent(
            CalledPart.serviceOf(execution).getId(),
            null,
            kind,
            time.instant().truncatedTo(ChronoUnit.MILLIS),
            null,
            text,
            null,
            null,
            null));
  }

  /** Stops the clock of the element that the execution stands on. */
  public void stop(DelegateExecution execution) {
    clocks.stop(execution.getCurrentActivityId(), execution.getId(), time.instant());
  }

  void stop(DelegateTask task) {
    clocks.stop(task.getTaskDefinitionKey(), task.getExecutionId(), time.instant());
  }

  /**
   * The clocks of the service stand still while the execution stands on this element: its plan does
   * not count it. To be asked when the element starts.
   *
   * @param kind a {@link PauseKind}, by its name
   */
  public void exclude(DelegateExecution execution, String kind) {
    acts.exclude(
        CalledPart.serviceOf(execution).getId(),
        PauseKind.valueOf(kind),
        execution.getCurrentActivityName());
  }

  /**
   * The element that is not counted ends, and the clocks run again; unless the case itself ends
   * with it: then there is nothing left to time.
   */
  public void include(DelegateExecution execution) {
    String service = CalledPart.serviceOf(execution).getId();
    if (execution.isCanceled()) {
      acts.abandon(service, execution.getCurrentActivityName());
    } else {
      acts.include(service, execution.getCurrentActivityName());
    }
  }

  /** Stops the clock of the whole case, wherever the case stands. */
  public void stopCase(String processInstanceId) {
    clocks
        .runningCase(processInstanceId)
        .ifPresent(clock -> clocks.stop(clock.id(), time.instant()));
  }

  /**
   * Sends work back to an earlier step without touching the clock of the whole case: the promise to
   * the applicant runs on. The step itself has used up its first time and counts from now.
   *
   * @param processInstanceId where the step returned to stands
   * @param activityId the step returned to
   * @param calledInstanceIds what the step called before, if it calls a part
   */
  public void returning(
      String processInstanceId, String activityId, List<String> calledInstanceIds, Runnable work) {
    Optional<StepClock> wholeCase = clocks.runningCase(processInstanceId);
    clocks.returnedTo(processInstanceId, activityId);
    clocks.returnedTo(calledInstanceIds);
    work.run();
    wholeCase.ifPresent(clock -> clocks.goOn(clock.id()));
  }

  /** The Chinese name of the element whose clock has this step. */
  public String stepName(DelegateExecution execution, String step) {
    return names.of(
        step.equals(CALLED_SERVICE) ? overdueInCalled(execution) : latest(execution, step));
  }

  /** What turned red last in the services that this case calls. */
  private StepClock overdueInCalled(DelegateExecution execution) {
    String own = CalledPart.serviceOf(execution).getId();
    return runtime
        .createProcessInstanceQuery()
        .processInstanceBusinessKey(execution.getProcessBusinessKey())
        .list()
        .stream()
        .map(ProcessInstance::getId)
        .filter(instance -> !instance.equals(own))
        .flatMap(instance -> clocks.all(instance).stream())
        .filter(clock -> clock.light() == Light.RED)
        .max(Comparator.comparing(StepClock::dueAt))
        .orElseThrow(() -> new IllegalStateException("nothing is overdue in a called service"));
  }

  private StepClock latest(DelegateExecution execution, String step) {
    return clocks
        .latestStep(CalledPart.serviceOf(execution).getId(), step)
        .orElseThrow(() -> new IllegalStateException("no clock runs for step " + step));
  }

  /** The clocks that run for these executions, e.g. for those of some tasks. */
  public List<StepClock> runningAt(Collection<String> executionIds) {
    return clocks.runningAt(executionIds);
  }

  /** The clocks that run for the services of these process instances. */
  public List<StepClock> running(Collection<String> processInstanceIds) {
    return clocks.running(processInstanceIds);
  }

  /** Every clock a service's process instance ever had, in the order they began. */
  public List<StepClock> all(String processInstanceId) {
    return clocks.all(processInstanceId);
  }

  /**
   * Every clock these process instances ever had, those of each service in the order they began.
   */
  public List<StepClock> all(Collection<String> processInstanceIds) {
    Map<String, List<StepClock>> found =
        clocks.all(processInstanceIds).stream()
            .collect(Collectors.groupingBy(StepClock::processInstanceId));
    return processInstanceIds.stream()
        .flatMap(one -> found.getOrDefault(one, List.of()).stream())
        .toList();
  }

  /** What is left of a clock's time now, in words. */
  public String remaining(StepClock clock) {
    if (clock.pausedAt() != null) {
      return "停表中";
    }
    return RemainingTime.inWords(calendars.of(clock.jurisdiction()), time.instant(), clock.dueAt());
  }

  private Date now() {
    return Date.from(time.instant());
  }

  private StepClock clock(DelegateExecution execution, String step, Date start) {
    return starts.clock(execution, step, start.toInstant());
  }
}
