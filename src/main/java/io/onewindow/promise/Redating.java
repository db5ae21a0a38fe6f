package io.onewindow.promise;

import io.onewindow.department.Departments;
import io.onewindow.department.Jurisdiction;
import io.onewindow.engine.Callers;
import io.onewindow.problem.Problem;
import io.onewindow.promise.CountingChanged.Kind;
import io.onewindow.promise.RedatingRun.Occasion;
import io.onewindow.promise.RedatingRun.Scope;
import io.onewindow.promise.RedatingRun.State;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives running clocks new instants after calendars, limits or office hours have changed: first a
 * preview, then, when an administrator asks for it, in one go that can be stopped and continued.
 * From the first step to the last no timer of an affected case fires.
 */
@Service
public class Redating {

  private static final int LONGEST_REASON = 500;
  private static final int PAGE = 500;

  private final RedatingRuns runs;
  private final RedatingLines lines;
  private final RedatingPreview preview;
  private final RedatingWorker worker;
  private final Departments departments;
  private final Callers callers;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transaction;
  private final Clock time;

  Redating(
      RedatingRuns runs,
      RedatingLines lines,
      RedatingPreview preview,
      RedatingWorker worker,
      Departments departments,
      Callers callers,
      ApplicationEventPublisher events,
      TransactionTemplate transaction,
      Clock time) {
    this.runs = runs;
    this.lines = lines;
    this.preview = preview;
    this.worker = worker;
    this.departments = departments;
    this.callers = callers;
    this.events = events;
    this.transaction = transaction;
    this.time = time;
  }

  /**
   * Makes the preview that an administrator may then apply, because these halls count by another
   * calendar now. Call it after the change is committed.
   */
  void afterCalendarChange(Set<String> jurisdictions) {
    preview(jurisdictions, "日历或办公时间变更", null);
  }

  /**
   * Counts the running clocks of these jurisdictions again, and of those below that inherit their
   * limits, and keeps what would change. Older previews cannot be applied any more.
   *
   * @param jurisdictions empty for all
   * @param by user id, null for the system
   * @return the run in state {@code PREVIEW}; nothing is changed
   * @throws Problem 400 for an unknown jurisdiction or without reason
   */
  RedatingRun preview(Set<String> jurisdictions, String reason, String by) {
    if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
      throw Problem.badFields(
          List.of(new Problem.Field("reason", "理由", "为必填项，不超过 " + LONGEST_REASON + " 个字符")));
    }
    Set<String> places = places(jurisdictions);
    Occasion occasion = new Occasion(Scope.ALL, reason.strip(), by);
    return callers.asSystem(
        () ->
            transaction.execute(
                status ->
                    write(occasion, places, preview.of(places, now(), PAGE, (one, past) -> true))));
  }

  /** The same after a run that began by itself: nothing is kept when nothing is left to change. */
  void previewOfTheRest() {
    callers.asSystem(
        () ->
            transaction.execute(
                status -> {
                  Occasion rest = new Occasion(Scope.ALL, "日历变更后尚未重新计算的在办件", null);
                  Set<String> places = places(Set.of());
                  RedatingPreview.Sum sum = preview.of(places, now(), PAGE, (clock, past) -> true);
                  return sum.changed().isEmpty() ? null : write(rest, places, sum);
                }));
  }

  private RedatingRun write(Occasion occasion, Set<String> places, RedatingPreview.Sum sum) {
    RedatingRun run = RedatingRun.found(occasion, places, sum, now());
    runs.discardPreviews();
    lines.dropDiscarded();
    runs.add(run);
    lines.add(run.id(), sum.changed(), null);
    return run;
  }

  private Set<String> places(Set<String> asked) {
    asked.forEach(departments::jurisdiction);
    Set<String> places = new TreeSet<>();
    for (Jurisdiction place : departments.jurisdictions()) {
      boolean inherits = place.parent() != null && asked.contains(place.parent());
      if (asked.isEmpty() || asked.contains(place.id()) || inherits) {
        places.add(place.id());
      }
    }
    return places;
  }

  /**
   * Applies a preview in the background.
   *
   * @throws Problem 404 when there is none, 409 when it is not a preview any more or another run is
   *     unfinished
   */
  RedatingRun apply(String id, String by) {
    return begin(id, State.PREVIEW, by, "只有最新的预览可以执行；这一次");
  }

  /**
   * Goes on with a stopped run.
   *
   * @throws Problem 404 when there is none, 409 when it is not stopped
   */
  RedatingRun goOn(String id, String by) {
    return begin(id, State.STOPPED, by, "只有已停止的才能继续；这一次");
  }

  private RedatingRun begin(String id, State from, String by, String refusal) {
    String token = claim(id, from, by, refusal);
    worker.begin(id, token);
    return find(id);
  }

  /** Takes a run over from whoever worked on it; returns the token its next steps need. */
  String claim(String id, State from, String by, String refusal) {
    return transaction.execute(
        status -> {
          RedatingRun run = find(id);
          String token = UUID.randomUUID().toString();
          if (!runs.claim(id, from, token, by, now())) {
            throw Problem.conflict("redating-state", refusal + run.state().label() + "。");
          }
          Kind kind = from == State.PREVIEW ? Kind.REDATING_APPLIED : Kind.REDATING_CONTINUED;
          events.publishEvent(CountingChanged.of(kind, run, by, now()));
          return token;
        });
  }

  /**
   * Stops a run after the step it is at. Timers of its cases stay held until it is continued and
   * done.
   *
   * @throws Problem 404 when there is none, 409 when it is not being applied
   */
  RedatingRun stop(String id, String by) {
    return transaction.execute(
        status -> {
          RedatingRun run = find(id);
          if (!runs.stop(id, by, null, now())) {
            throw Problem.conflict("redating-state", "只有正在执行的才能停止；这一次" + run.state().label() + "。");
          }
          events.publishEvent(CountingChanged.of(Kind.REDATING_STOPPED, run, by, now()));
          return find(id);
        });
  }

  /**
   * @throws Problem 404 when there is none
   */
  RedatingRun find(String id) {
    return runs.find(id)
        .orElseThrow(() -> Problem.notFound("unknown-redating", "没有这一次重新计算，请核对编号。"));
  }

  /** The latest runs, the newest first. */
  List<RedatingRun> latest(int most) {
    return runs.latest(most);
  }

  /** The first lines of a run in the order of their cases. */
  List<RedatingLine> lines(String id, int most) {
    return lines.first(id, most);
  }

  private Instant now() {
    return time.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
