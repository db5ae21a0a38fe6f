package io.onewindow.promise;

import io.onewindow.calendar.Term;
import io.onewindow.calendar.WorkCalendar;
import io.onewindow.engine.CalledPart;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Starts the clock of an element when it is first asked for, and records it. */
@Component
class ClockStarts {

  /** The steps whose time is in no table, and the variable that brings it. */
  private static final Map<String, String> NAMED_BY_THE_CASE =
      Map.of("duty", "dutyTerm", "agreed", "agreedTerm");

  private final ClockStore clocks;
  private final ClockJournal journal;
  private final ClockTimers timers;
  private final PromisedLimits limits;
  private final HallCalendars calendars;
  private final PromiseSettings settings;
  private final RepositoryService repository;
  private final Clock time;

  ClockStarts(
      ClockStore clocks,
      ClockJournal journal,
      ClockTimers timers,
      PromisedLimits limits,
      HallCalendars calendars,
      PromiseSettings settings,
      RepositoryService repository,
      Clock time) {
    this.clocks = clocks;
    this.journal = journal;
    this.timers = timers;
    this.limits = limits;
    this.calendars = calendars;
    this.settings = settings;
    this.repository = repository;
    this.time = time;
  }

  /** The running clock of the element the execution stands on, begun now if there is none. */
  StepClock clock(DelegateExecution execution, String step, Instant start) {
    return known(execution).orElseGet(() -> entered(execution, step, start));
  }

  private StepClock entered(DelegateExecution execution, String step, Instant start) {
    ClocksAround around =
        clocks.around(CalledPart.serviceOf(execution).getId(), execution.getCurrentActivityId());
    return around
        .running(execution.getId())
        .or(() -> continued(execution, around, step))
        .orElseGet(() -> begin(execution, around, step, origin(execution, around, step, start)));
  }

  /** A case that was returned comes back to where its clock began: it has run on meanwhile. */
  private Optional<StepClock> continued(
      DelegateExecution execution, ClocksAround around, String step) {
    Optional<StepClock> wholeCase = around.leftRunning(step);
    wholeCase.ifPresent(clock -> clocks.handTo(clock.id(), execution.getId()));
    wholeCase.filter(clock -> clock.pausedAt() != null).ifPresent(timers::holdFromTheBeginning);
    return wholeCase;
  }

  private Instant origin(
      DelegateExecution execution, ClocksAround around, String step, Instant start) {
    Instant recorded = start.truncatedTo(ChronoUnit.MILLIS);
    boolean again =
        !step.endsWith("case")
            && around.hasCountedFrom(step, recorded)
            && clocks.isReturnedTo(
                CalledPart.serviceOf(execution).getId(),
                execution.getCurrentActivityId(),
                step,
                recorded);
    return again ? time.instant() : start;
  }

  /** An execution whose inner elements are at work stands on none itself. */
  private Optional<StepClock> known(DelegateExecution execution) {
    String activity = execution.getCurrentActivityId();
    return activity == null
        ? clocks.runningAround(execution.getId())
        : clocks.known(activity, execution.getId());
  }

  private StepClock begin(
      DelegateExecution execution, ClocksAround around, String step, Instant start) {
    DelegateExecution owner = CalledPart.serviceOf(execution);
    String service = repository.getProcessDefinition(owner.getProcessDefinitionId()).getKey();
    String category = (String) execution.getVariable("category");
    String place = execution.getTenantId();
    Optional<Limit> limit = limits.find(service, step, category, place);
    WorkCalendar calendar = calendars.of(place);
    ClockRules.Plan plan =
        new ClockRules(calendar, allowance())
            .plan(
                start.truncatedTo(ChronoUnit.MILLIS),
                limit,
                own(execution, service, step, place),
                step.endsWith("case") ? Optional.empty() : caseAround(execution, around));
    StepClock clock =
        recorded(execution, owner, service, step, category, limit.orElse(null), start, plan)
            .marked(calendar);
    return stands(clock, around) ? standing(clock) : running(clock);
  }

  /**
   * Our own time for a step. A duty brings its own with it, and so does what the parties agreed on:
   * what one applicant has committed to is in no table.
   */
  private Optional<InternalLimit> own(
      DelegateExecution execution, String service, String step, String place) {
    String named = NAMED_BY_THE_CASE.get(step);
    return named == null
        ? limits.internal(service, step, place)
        : Optional.of(new InternalLimit(Term.parse((String) execution.getVariable(named)), null));
  }

  /** The case's clock: the service's own, or that of the service that called it. */
  private Optional<StepClock> caseAround(DelegateExecution execution, ClocksAround around) {
    String own = CalledPart.serviceOf(execution).getId();
    return around
        .runningCase()
        .or(
            () ->
                CalledPart.instances(execution).stream()
                    .map(DelegateExecution::getId)
                    .dropWhile(instance -> !instance.equals(own))
                    .skip(1)
                    .map(clocks::runningCase)
                    .flatMap(Optional::stream)
                    .findFirst());
  }

  private boolean stands(StepClock clock, ClocksAround around) {
    return clock.basis() == Basis.CASE
        ? around.runningCase().map(StepClock::pausedAt).isPresent()
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
      DelegateExecution owner,
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
        owner.getId(),
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
