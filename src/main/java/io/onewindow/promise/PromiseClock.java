package io.onewindow.promise;

import io.onewindow.calendar.Term;
import io.onewindow.calendar.WorkCalendar;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.springframework.stereotype.Component;

/**
 * The clock that models speak to. The first question about an element starts its clock and records
 * it; every later question gets the same instants, so that a task's due date and its amber and red
 * timers can never differ.
 */
@Component("promiseClock")
public class PromiseClock {

  private static final int REMINDED_PRIORITY = 60;
  private static final int AMBER_PRIORITY = 75;
  private static final int RED_PRIORITY = 100;

  private final ClockStore clocks;
  private final ClockJournal journal;
  private final ClockTimers timers;
  private final PromisedLimits limits;
  private final HallCalendars calendars;
  private final PromiseSettings settings;
  private final RepositoryService repository;
  private final TaskService tasks;
  private final Clock time;

  PromiseClock(
      ClockStore clocks,
      ClockJournal journal,
      ClockTimers timers,
      PromisedLimits limits,
      HallCalendars calendars,
      PromiseSettings settings,
      RepositoryService repository,
      TaskService tasks,
      Clock time) {
    this.clocks = clocks;
    this.journal = journal;
    this.timers = timers;
    this.limits = limits;
    this.calendars = calendars;
    this.settings = settings;
    this.repository = repository;
    this.tasks = tasks;
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
    ReminderPoint point = limits.reminder(clock.service(), step, clock.jurisdiction());
    return Date.from(point.of(clock, calendars.of(clock.jurisdiction())));
  }

  /** Reminds of the task: notes it and moves it up a little in its list. */
  public void remind(DelegateTask task) {
    clocks
        .running(task.getProcessInstanceId(), task.getTaskDefinitionKey(), task.getExecutionId())
        .ifPresent(clock -> note(clock, ClockEvent.Kind.REMINDED));
    task.setPriority(Math.max(task.getPriority(), REMINDED_PRIORITY));
  }

  /** Turns the task's light amber and moves it up in its list. */
  public void amber(DelegateTask task) {
    clocks
        .running(task.getProcessInstanceId(), task.getTaskDefinitionKey(), task.getExecutionId())
        .filter(clock -> clock.light() == Light.GREEN)
        .ifPresent(clock -> turn(clock, Light.AMBER, ClockEvent.Kind.AMBER));
    task.setPriority(AMBER_PRIORITY);
  }

  /** Turns the step's light red: its limit has passed and it is not done. */
  public void overdue(DelegateExecution execution, String step) {
    StepClock clock =
        clocks
            .latestStep(execution.getProcessInstanceId(), step)
            .orElseThrow(() -> new IllegalStateException("no clock runs for step " + step));
    turn(clock, Light.RED, ClockEvent.Kind.RED);
    tasks
        .createTaskQuery()
        .processInstanceId(clock.processInstanceId())
        .taskDefinitionKey(clock.activityId())
        .list()
        .forEach(task -> tasks.setPriority(task.getId(), RED_PRIORITY));
  }

  private void turn(StepClock clock, Light light, ClockEvent.Kind kind) {
    clocks.turn(clock.id(), light);
    note(clock, kind);
  }

  private void note(StepClock clock, ClockEvent.Kind kind) {
    journal.write(
        new ClockEvent(
            clock.processInstanceId(),
            clock.id(),
            kind,
            time.instant().truncatedTo(ChronoUnit.MILLIS),
            null,
            null,
            null,
            null,
            null));
  }

  /** Notes that silence made the application accepted as of its receipt. */
  public void deemedAccepted(DelegateExecution execution, Instant received) {
    journal.write(
        new ClockEvent(
            execution.getProcessInstanceId(),
            null,
            ClockEvent.Kind.DEEMED_ACCEPTED,
            time.instant().truncatedTo(ChronoUnit.MILLIS),
            null,
            "《行政许可法》第三十二条：逾期不告知的，自收到申请材料之日起即为受理；收到材料时间 " + StoryEvents.moment(received),
            null,
            null,
            null));
  }

  /** Stops the clock of the element that the execution stands on. */
  public void stop(DelegateExecution execution) {
    clocks.stop(
        execution.getProcessInstanceId(),
        execution.getCurrentActivityId(),
        execution.getId(),
        time.instant());
  }

  void stop(DelegateTask task) {
    clocks.stop(
        task.getProcessInstanceId(),
        task.getTaskDefinitionKey(),
        task.getExecutionId(),
        time.instant());
  }

  /** The Chinese name of the element whose clock has this step. */
  public String stepName(DelegateExecution execution, String step) {
    String activity =
        clocks
            .latestStep(execution.getProcessInstanceId(), step)
            .map(StepClock::activityId)
            .orElseThrow(() -> new IllegalStateException("no clock runs for step " + step));
    FlowElement element = execution.getBpmnModelInstance().getModelElementById(activity);
    return element.getName();
  }

  /** The clocks that run in these process instances. */
  public List<StepClock> running(Collection<String> processInstanceIds) {
    return clocks.running(processInstanceIds);
  }

  /** Every clock a case ever had, in the order they began. */
  public List<StepClock> all(String processInstanceId) {
    return clocks.all(processInstanceId);
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
    return clocks
        .running(
            execution.getProcessInstanceId(), execution.getCurrentActivityId(), execution.getId())
        .orElseGet(() -> begin(execution, step, start.toInstant()));
  }

  private StepClock begin(DelegateExecution execution, String step, Instant start) {
    String service = repository.getProcessDefinition(execution.getProcessDefinitionId()).getKey();
    String category = (String) execution.getVariable("category");
    String place = execution.getTenantId();
    Optional<Limit> limit = limits.find(service, step, category, place);
    WorkCalendar calendar = calendars.of(place);
    ClockRules.Plan plan =
        new ClockRules(calendar, allowance())
            .plan(
                start.truncatedTo(ChronoUnit.MILLIS),
                limit,
                limits.internal(service, step, place),
                step.endsWith("case")
                    ? Optional.empty()
                    : clocks.runningCase(execution.getProcessInstanceId()));
    StepClock clock =
        recorded(execution, service, step, category, limit.orElse(null), start, plan)
            .marked(calendar);
    return stands(clock) ? standing(clock) : running(clock);
  }

  private boolean stands(StepClock clock) {
    return clock.basis() == Basis.CASE
        ? clocks.runningCase(clock.processInstanceId()).get().pausedAt() != null
        : clock.isPausable() && !journal.openPauses(clock.processInstanceId()).isEmpty();
  }

  private StepClock running(StepClock clock) {
    clocks.add(clock, time.instant().truncatedTo(ChronoUnit.MILLIS));
    return clock;
  }

  /** A step that begins while its case stands still does not run either. */
  private StepClock standing(StepClock clock) {
    timers.holdFromTheBeginning(clock);
    return running(clock.pausedSince(time.instant().truncatedTo(ChronoUnit.MILLIS)));
  }

  private Duration allowance() {
    Term allowance = settings.allowance();
    return Duration.ofMinutes(allowance.value());
  }

  private static StepClock recorded(
      DelegateExecution execution,
      String service,
      String step,
      String category,
      Limit limit,
      Instant start,
      ClockRules.Plan plan) {
    Promise promise = limit == null ? null : limit.promise();
    Statute statute = limit == null ? null : limit.statute();
    return new StepClock(
        UUID.randomUUID().toString(),
        execution.getProcessInstanceId(),
        execution.getCurrentActivityId(),
        execution.getId(),
        execution.getTenantId(),
        service,
        step,
        category,
        plan.basis(),
        promise == null ? null : promise.promiseId(),
        statute == null ? null : statute.statuteId(),
        plan.term() == null ? null : plan.term().value(),
        plan.term() == null ? null : plan.term().unit(),
        start,
        plan.effectiveFrom(),
        plan.warningAt(),
        plan.dueAt(),
        plan.statutoryDueAt(),
        plan.provisional(),
        null,
        Light.GREEN,
        null,
        null,
        null);
  }
}
