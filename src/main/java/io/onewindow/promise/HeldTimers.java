package io.onewindow.promise;

import io.onewindow.engine.BulkMoves;
import io.onewindow.promise.TimerHolds.Hold;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;

/**
 * Keeps the timers of the cases a run moves from firing until the run is over. What stood still for
 * another reason stays as it was: the clocks' own pauses, and what somebody suspended in Cockpit.
 */
@Component
class HeldTimers {

  /** A timer fires at this moment: it did so before the run, which has to wait for it. */
  static final class Firing extends RuntimeException {
    Firing(String jobId) {
      super("job " + jobId + " is being executed");
    }
  }

  private final BulkMoves engine;
  private final TimerPlaces places;
  private final TimerHolds holds;
  private final ClockStore clocks;
  private final RuntimeService runtime;

  HeldTimers(
      BulkMoves engine,
      TimerPlaces places,
      TimerHolds holds,
      ClockStore clocks,
      RuntimeService runtime) {
    this.engine = engine;
    this.places = places;
    this.holds = holds;
    this.clocks = clocks;
    this.runtime = runtime;
  }

  /**
   * Holds every timer of these cases.
   *
   * @param evenIfTaken also those the job executor has taken to fire them now
   * @throws Firing when one of them is just being fired; the transaction must be rolled back
   */
  void hold(String runId, Collection<String> cases, boolean evenIfTaken) {
    Set<String> paused = paused(cases);
    List<Hold> held = new ArrayList<>();
    engine.timers(
        cases,
        job -> {
          if (!evenIfTaken && engine.isTaken(job)) {
            throw new Firing(job.getId());
          }
          if (job.isSuspended() && !paused.contains(key(job))) {
            return null;
          }
          held.add(new Hold(job.getId(), job.getProcessInstanceId()));
          return new BulkMoves.Timer(null, true);
        });
    holds.add(runId, held);
  }

  /** Moves the timers of these clocks, and holds those that came into being during the run. */
  void move(String runId, Collection<String> cases, Collection<StepClock> moved) {
    Map<String, StepClock> byPlace =
        moved.stream().collect(Collectors.toMap(HeldTimers::key, Function.identity()));
    Set<String> known = holds.of(cases);
    List<Hold> fresh = new ArrayList<>();
    engine.timers(
        cases,
        job -> {
          if (!job.isSuspended() && !known.contains(job.getId())) {
            fresh.add(new Hold(job.getId(), job.getProcessInstanceId()));
          }
          TimerPlaces.Place place = places.of(job);
          StepClock clock = place == null ? null : byPlace.get(key(job));
          return clock == null
              ? new BulkMoves.Timer(null, true)
              : new BulkMoves.Timer(
                  Date.from(place.isAmber() ? clock.warningAt() : clock.dueAt()), true);
        });
    holds.add(runId, fresh);
  }

  /** Lets the held timers of these cases fire again, except those of clocks that stand still. */
  void release(String runId, Collection<String> cases) {
    Set<String> held = holds.of(cases);
    Set<String> paused = paused(cases);
    Set<String> suspended =
        runtime
            .createProcessInstanceQuery()
            .processInstanceIds(new HashSet<>(cases))
            .suspended()
            .list()
            .stream()
            .map(ProcessInstance::getId)
            .collect(Collectors.toSet());
    engine.timers(
        cases,
        job ->
            !held.contains(job.getId())
                    || paused.contains(key(job))
                    || suspended.contains(job.getProcessInstanceId())
                ? null
                : new BulkMoves.Timer(null, false));
    holds.forget(runId, cases);
  }

  private Set<String> paused(Collection<String> cases) {
    return clocks.running(cases).stream()
        .filter(clock -> clock.pausedAt() != null)
        .map(HeldTimers::key)
        .collect(Collectors.toSet());
  }

  private static String key(StepClock clock) {
    return TimerPlaces.key(clock.processInstanceId(), clock.activityId());
  }

  private String key(Job job) {
    TimerPlaces.Place place = places.of(job);
    return place == null ? "" : TimerPlaces.key(job.getProcessInstanceId(), place.activityId());
  }
}
