package io.onewindow.promise;

import io.onewindow.engine.BulkMoves;
import io.onewindow.promise.MissingTimers.Missing;
import io.onewindow.promise.TimerHolds.Hold;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
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
  private final ManagementService management;
  private final MissingTimers missing;

  HeldTimers(
      BulkMoves engine,
      TimerPlaces places,
      TimerHolds holds,
      ClockStore clocks,
      RuntimeService runtime,
      ManagementService management,
      MissingTimers missing) {
    this.engine = engine;
    this.places = places;
    this.holds = holds;
    this.clocks = clocks;
    this.runtime = runtime;
    this.management = management;
    this.missing = missing;
  }

  /**
   * Holds every timer of these cases.
   *
   * @param evenIfTaken also those the job executor has taken to fire them now
   * @throws Firing when one of them is just being fired; the transaction must be rolled back
   */
  void hold(String runId, Collection<String> cases, boolean evenIfTaken) {
    Set<String> paused = paused(cases);
    Map<String, String> instances = clocks.instances(cases);
    List<Hold> held = new ArrayList<>();
    engine.timers(
        instances.keySet(),
        job -> {
          if (!evenIfTaken && engine.isTaken(job)) {
            throw new Firing(job.getId());
          }
          if (job.isSuspended() && !paused.contains(places.key(job))) {
            return null;
          }
          held.add(new Hold(job.getId(), instances.get(job.getProcessInstanceId())));
          return new BulkMoves.Timer(null, true);
        });
    holds.add(runId, held);
  }

  /**
   * Moves the timers of these clocks, sets again what has fired although its point is now ahead,
   * and holds what came into being during the run.
   */
  void move(String runId, Collection<String> cases, Collection<ClockPoints> moved, Instant now) {
    Map<String, ClockPoints> byPlace =
        moved.stream()
            .collect(Collectors.toMap(one -> TimerPlaces.key(one.clock()), Function.identity()));
    Set<String> known = holds.of(cases);
    List<Hold> fresh = new ArrayList<>();
    List<Job> waiting = new ArrayList<>();
    Map<String, String> instances = clocks.instances(cases);
    engine.timers(
        instances.keySet(),
        job -> {
          if (!job.isSuspended() && !known.contains(job.getId())) {
            fresh.add(new Hold(job.getId(), instances.get(job.getProcessInstanceId())));
          }
          waiting.add(job);
          ClockPoints points = byPlace.get(places.key(job));
          ClockPoint point = points == null ? null : places.of(job).point();
          return new BulkMoves.Timer(point == null ? null : Date.from(points.at(point)), true);
        });
    missing.of(moved, waiting, now).forEach(timer -> setAgain(timer, fresh));
    holds.add(runId, fresh);
  }

  /** What belongs to a clock that stands still waits for its clock, not for the run. */
  private void setAgain(Missing timer, List<Hold> fresh) {
    String job = missing.setAgain(timer);
    management.suspendJobById(job);
    if (timer.clock().pausedAt() == null) {
      fresh.add(new Hold(job, timer.clock().processInstanceId()));
    }
  }

  /** Lets the held timers of these cases fire again, except those of clocks that stand still. */
  void release(String runId, Collection<String> cases) {
    Set<String> held = holds.of(cases);
    Set<String> paused = paused(cases);
    Set<String> instances = clocks.instances(cases).keySet();
    Set<String> suspended =
        runtime
            .createProcessInstanceQuery()
            .processInstanceIds(instances)
            .suspended()
            .list()
            .stream()
            .map(ProcessInstance::getId)
            .collect(Collectors.toSet());
    engine.timers(
        instances,
        job ->
            !held.contains(job.getId())
                    || paused.contains(places.key(job))
                    || suspended.contains(job.getProcessInstanceId())
                ? null
                : new BulkMoves.Timer(null, false));
    holds.forget(runId, cases);
  }

  private Set<String> paused(Collection<String> cases) {
    return clocks.running(cases).stream()
        .filter(clock -> clock.pausedAt() != null)
        .map(TimerPlaces::key)
        .collect(Collectors.toSet());
  }
}
