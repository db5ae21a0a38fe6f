package io.onewindow.supervision.fact;

import io.onewindow.casefile.CaseRecord;
import io.onewindow.casefile.CaseState;
import io.onewindow.promise.ClockRecords.RecordedClock;
import io.onewindow.promise.LimitTrials;
import io.onewindow.promise.LimitTrials.Trial;
import io.onewindow.promise.Pause;
import io.onewindow.promise.StepClock;
import io.onewindow.supervision.AttributableTime.Share;
import io.onewindow.supervision.fact.Models.Model;
import io.onewindow.supervision.fact.RawCase.Activity;
import io.onewindow.supervision.fact.RawCase.Instance;
import io.onewindow.supervision.fact.RawCase.TaskLog;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Counts one case: what follows from its raw history alone, so that it can be counted again. */
final class CaseFacts {

  private static final Set<CaseState> WITHOUT_DECISION =
      Set.of(CaseState.WITHDRAWN, CaseState.REFUSED);

  private final RawCase raw;
  private final Means means;
  private final Map<String, Instance> instances = new HashMap<>();
  private final List<StepFact> steps;

  /**
   * What a case is counted with.
   *
   * @param models by process definition id
   * @param stretches by the calendar of the case's hall
   * @param shares by the same
   * @param trials limits of other jurisdictions
   * @param jurisdictions all there are
   */
  record Means(
      Function<String, Model> models,
      Stretches stretches,
      TimeShares shares,
      LimitTrials.Batch trials,
      List<String> jurisdictions) {}

  CaseFacts(RawCase raw, Means means) {
    this.raw = raw;
    this.means = means;
    raw.instances().forEach(one -> instances.put(one.id(), one));
    this.steps = countSteps();
  }

  /** The case itself and each service it calls. */
  List<CaseFact> cases() {
    return raw.instances().stream()
        .filter(one -> isWhole(one) || (isCalled(one) && !model(one).sharedPart()))
        .map(this::fact)
        .toList();
  }

  private CaseFact fact(Instance service) {
    CaseRecord file = raw.file();
    boolean whole = isWhole(service);
    Instant start = whole ? file.receivedAt() : service.startedAt();
    Instant end = whole && file.closedAt() != null ? file.closedAt() : service.endedAt();
    Model model = model(service);
    return new CaseFact(
        service.id(),
        file.receiptNo(),
        whole,
        service.definitionId(),
        model.key(),
        model.version(),
        file.jurisdiction(),
        file.state().name(),
        start,
        end,
        end == null ? null : means.stretches().spent(start, end, pauses(whole, service.id())),
        limit(service, end),
        whole ? shares(start, sharedTo(start, end)) : List.of(),
        whole ? sharedTo(start, end) : null,
        trials(service, end));
  }

  private List<Share> shares(Instant start, Instant to) {
    return means.shares().between(start, to, steps, pauses(true, null));
  }

  /** A case that ended before it was received, by a clock set back, took no time. */
  private Instant sharedTo(Instant start, Instant end) {
    if (end != null) {
      return end.isBefore(start) ? start : end;
    }
    return TimeShares.last(start, steps, pauses(true, null));
  }

  private List<TrialFact> trials(Instance service, Instant end) {
    List<RecordedClock> clocks =
        raw.clocks().getOrDefault(service.id(), List.of()).stream()
            .filter(one -> one.clock().isWholeCase())
            .toList();
    List<TrialFact> trials = new ArrayList<>();
    for (String place : clocks.isEmpty() ? List.<String>of() : means.jurisdictions()) {
      trial(service, clocks, place, end).ifPresent(trials::add);
    }
    return trials;
  }

  /** Empty where one of the clocks has no limit there: the case cannot be compared. */
  private Optional<TrialFact> trial(
      Instance service, List<RecordedClock> clocks, String place, Instant end) {
    List<Pause> pauses = raw.pauses().getOrDefault(service.id(), List.of());
    List<TrialFact> each = new ArrayList<>();
    for (RecordedClock clock : clocks) {
      Optional<Trial> trial = means.trials().of(clock, pauses, place);
      if (trial.isEmpty()) {
        return Optional.empty();
      }
      each.add(fact(clock.clock(), trial.get(), place, end, counts(service)));
    }
    Comparator<TrialFact> byDue = Comparator.comparing(TrialFact::dueAt);
    return each.stream()
        .filter(one -> Boolean.TRUE.equals(one.late()))
        .min(byDue)
        .or(() -> each.stream().filter(one -> one.late() == null).min(byDue))
        .or(() -> each.stream().max(byDue));
  }

  private static TrialFact fact(
      StepClock clock, Trial trial, String place, Instant end, boolean counts) {
    Instant stopped = clock.stoppedAt() == null ? end : clock.stoppedAt();
    Instant counted = clock.pausedAt() != null && stopped != null ? clock.pausedAt() : stopped;
    boolean late = counted != null && counted.isAfter(trial.dueAt());
    Boolean told = late ? Boolean.TRUE : counted == null || !counts ? null : Boolean.FALSE;
    return TrialFact.of(place, trial.basis(), told, trial.dueAt());
  }

  private List<Pause> pauses(boolean whole, String service) {
    return whole
        ? raw.pauses().values().stream().flatMap(Collection::stream).toList()
        : raw.pauses().getOrDefault(service, List.of());
  }

  /**
   * A service may have several clocks of its own one after the other; it keeps its promise by
   * keeping them all.
   */
  private LimitFact limit(Instance service, Instant end) {
    boolean counts = counts(service);
    List<LimitFact> limits =
        raw.clocks().getOrDefault(service.id(), List.of()).stream()
            .map(RecordedClock::clock)
            .filter(StepClock::isWholeCase)
            .map(clock -> limit(clock, end, counts))
            .toList();
    return limits.stream()
        .filter(one -> one.outcome() == Outcome.BROKEN)
        .min(Comparator.comparing(LimitFact::decidedAt))
        .or(() -> limits.stream().filter(one -> one.outcome() == null).findFirst())
        .or(() -> limits.stream().max(Comparator.comparing(LimitFact::decidedAt)))
        .orElse(null);
  }

  /** What was taken back, refused or broken off has kept no promise by ending early. */
  private boolean counts(Instance service) {
    return !WITHOUT_DECISION.contains(raw.file().state())
        && (!service.terminated() || raw.file().closedAt() != null);
  }

  /** Each time somebody or something was at work on an element. */
  List<StepFact> steps() {
    return steps;
  }

  private List<StepFact> countSteps() {
    List<Activity> work =
        raw.activities().stream().filter(one -> !ElementKinds.isGateway(one.type())).toList();
    StepClocks clocks =
        new StepClocks(work, raw.clocks().values().stream().flatMap(Collection::stream).toList());
    Map<String, Integer> last =
        Joins.lastAt(
            raw.activities(),
            join ->
                means
                    .models()
                    .apply(join.definitionId())
                    .joins()
                    .getOrDefault(join.activityId(), Set.of()));
    return work.stream()
        .map(one -> fact(one, clocks.of(one), last.getOrDefault(one.id(), 0)))
        .toList();
  }

  private StepFact fact(Activity step, RecordedClock clock, int lastAtJoin) {
    Model model = means.models().apply(step.definitionId());
    Instance service = serviceOf(instances.get(step.instanceId()));
    TaskLog log = step.taskId() == null ? null : raw.tasks().get(step.taskId());
    boolean task = step.taskId() != null;
    boolean over = step.endedAt() != null;
    return new StepFact(
        step.id(),
        raw.file().receiptNo(),
        service.id(),
        model(service).key(),
        step.definitionId(),
        model.key(),
        model.version(),
        raw.file().jurisdiction(),
        step.activityId(),
        step.type(),
        ElementKinds.isContainer(step.type()),
        step.taskId(),
        task ? department(model, step, log) : "",
        person(step, log),
        model.waitingForApplicant().contains(step.activityId()),
        step.startedAt(),
        log == null ? null : log.takenAt(),
        step.endedAt(),
        over
            ? means
                .stretches()
                .spent(
                    step.startedAt(),
                    step.endedAt(),
                    raw.pauses().getOrDefault(service.id(), List.of()))
            : null,
        task && over ? (Long) means.stretches().working(step.startedAt(), taken(step, log)) : null,
        clock == null ? null : limit(clock.clock(), step.endedAt(), !step.cancelled()),
        clock != null && clock.returned(),
        lastAtJoin);
  }

  /** Who had it last; of a task that nobody took, who completed it. */
  private static String person(Activity step, TaskLog log) {
    if (step.assignee() != null) {
      return step.assignee();
    }
    return log == null || log.completedBy() == null ? "" : log.completedBy();
  }

  private static Instant taken(Activity step, TaskLog log) {
    boolean taken = log != null && log.takenAt() != null && log.takenAt().isBefore(step.endedAt());
    return taken ? log.takenAt() : step.endedAt();
  }

  private static String department(Model model, Activity step, TaskLog log) {
    String group = model.groups().get(step.activityId());
    if (group != null) {
      return group;
    }
    return log == null || log.group() == null ? "" : log.group();
  }

  private static LimitFact limit(StepClock clock, Instant end, boolean counts) {
    Instant stopped = clock.stoppedAt() == null ? end : clock.stoppedAt();
    return LimitFact.decided(
        clock.id(),
        clock.basis(),
        clock.promiseId(),
        clock.dueAt(),
        clock.pausedAt(),
        stopped,
        counts);
  }

  /** The nearest service around; of what was not called, such as an inquiry, the case itself. */
  private Instance serviceOf(Instance instance) {
    Instance at = instance;
    while (model(at).sharedPart()) {
      Instance caller = at.calledBy() == null ? null : instances.get(at.calledBy());
      if (caller == null) {
        return instances.get(raw.file().processInstanceId());
      }
      at = caller;
    }
    return at;
  }

  private boolean isWhole(Instance one) {
    return one.id().equals(raw.file().processInstanceId());
  }

  private static boolean isCalled(Instance one) {
    return one.calledBy() != null;
  }

  private Model model(Instance instance) {
    return means.models().apply(instance.definitionId());
  }
}
