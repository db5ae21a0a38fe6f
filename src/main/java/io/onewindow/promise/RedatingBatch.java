package io.onewindow.promise;

import io.onewindow.engine.BulkMoves;
import io.onewindow.promise.ClockHistory.Recorded;
import io.onewindow.promise.RedatingRun.Scope;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The steps of a run, each in one transaction of its own: hold the timers of some cases; when all
 * are held, move the clocks, timers and due dates of some cases; when all are moved, release the
 * timers of some cases; then finish. What is done is in the tables, so that whoever continues a run
 * takes the step after the last one.
 */
@Component
class RedatingBatch {

  private final RedatingRuns runs;
  private final RedatingLines lines;
  private final RedatingPreview preview;
  private final ClockHistories histories;
  private final ClockStore clocks;
  private final ClockJournal journal;
  private final HeldTimers timers;
  private final Reminders reminders;
  private final ClockLights lights;
  private final TimerHolds holds;
  private final BulkMoves engine;
  private final Clock time;

  RedatingBatch(
      RedatingRuns runs,
      RedatingLines lines,
      RedatingPreview preview,
      ClockHistories histories,
      ClockStore clocks,
      ClockJournal journal,
      HeldTimers timers,
      Reminders reminders,
      ClockLights lights,
      TimerHolds holds,
      BulkMoves engine,
      Clock time) {
    this.runs = runs;
    this.lines = lines;
    this.preview = preview;
    this.histories = histories;
    this.clocks = clocks;
    this.journal = journal;
    this.timers = timers;
    this.reminders = reminders;
    this.lights = lights;
    this.holds = holds;
    this.engine = engine;
    this.time = time;
  }

  /**
   * Takes the next step.
   *
   * @param worker token of the worker that claimed the run
   * @param cases how many cases a step takes
   * @param evenIfTaken whether to hold also timers that the job executor has taken
   * @return whether a step is left
   * @throws RedatingRuns.Stopped when the run was stopped or claimed by another; nothing is changed
   */
  @Transactional
  public boolean next(String runId, String worker, int cases, boolean evenIfTaken) {
    RedatingRun run = runs.find(runId).orElseThrow();
    List<String> free = lines.casesAfter(runId, run.heldUpTo(), cases);
    if (!free.isEmpty()) {
      timers.hold(runId, free, evenIfTaken);
      runs.held(runId, worker, free.get(free.size() - 1));
      return true;
    }
    List<String> unmoved = lines.casesToMove(runId, cases);
    if (!unmoved.isEmpty()) {
      move(run, unmoved);
      runs.moved(runId, worker, unmoved.size());
      return true;
    }
    List<String> held = holds.cases(runId, cases);
    if (!held.isEmpty()) {
      timers.release(runId, held);
      runs.released(runId, worker);
      return true;
    }
    runs.finished(runId, worker, now());
    return false;
  }

  private void move(RedatingRun run, List<String> cases) {
    Instant now = now();
    List<ClockHistory> lives = histories.locked(cases);
    List<Recounted> counted = recounted(lives, which(run));
    List<StepClock> changed =
        counted.stream().filter(Recounted::isChanged).map(Recounted::after).toList();
    clocks.recounted(changed);
    timers.move(run.id(), cases, points(changed, lives), now);
    Map<String, StepClock> byPlace =
        changed.stream().collect(Collectors.toMap(TimerPlaces::key, Function.identity()));
    engine.dueDates(
        clocks.instances(cases).keySet(),
        task -> {
          String place = TimerPlaces.key(task.getExecutionId(), task.getTaskDefinitionKey());
          StepClock clock = byPlace.get(place);
          return clock == null ? null : Date.from(clock.dueAt());
        });
    lines.applied(run.id(), cases, counted, now);
    journal.write(
        counted.stream()
            .filter(one -> one.isMoved() || one.isConfirmed())
            .map(one -> event(run, one, now))
            .toList());
    counted.forEach(one -> lights.follow(one.before(), one.after(), run.appliedBy(), "重新计算"));
  }

  private List<ClockPoints> points(List<StepClock> changed, List<ClockHistory> lives) {
    Map<String, List<Pause>> pauses = new HashMap<>();
    lives.forEach(
        life ->
            life.running()
                .forEach(one -> pauses.put(one.clock().processInstanceId(), life.pauses())));
    return reminders.of(changed, pauses);
  }

  private BiPredicate<Recorded, ClockHistory> which(RedatingRun run) {
    return run.scope() == Scope.AWAITED ? preview.awaited() : (clock, history) -> true;
  }

  private List<Recounted> recounted(
      List<ClockHistory> lives, BiPredicate<Recorded, ClockHistory> which) {
    ClockRecount recount = preview.recount();
    List<Recounted> counted = new ArrayList<>();
    for (ClockHistory history : lives) {
      history.running().stream()
          .filter(clock -> which.test(clock, history))
          .map(clock -> RedatingPreview.counted(recount, clock, history))
          .filter(Objects::nonNull)
          .forEach(counted::add);
    }
    return counted;
  }

  private static ClockEvent event(RedatingRun run, Recounted clock, Instant now) {
    boolean stays = clock.after().dueAt().equals(clock.before().dueAt());
    String outcome = clock.isConfirmed() ? (stays ? "，期限不变，不再是暂计" : "，不再是暂计") : "";
    String reason = run.reason() + outcome + "（重新计算编号 " + run.id() + "）";
    return new ClockEvent(
        clock.before().processInstanceId(),
        clock.before().id(),
        ClockEvent.Kind.REDATED,
        now,
        run.appliedBy(),
        reason,
        null,
        stays ? null : clock.before().dueAt(),
        stays ? null : clock.after().dueAt());
  }

  private Instant now() {
    return time.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
