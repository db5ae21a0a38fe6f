package io.onewindow.promise;

import io.onewindow.calendar.Notice;
import io.onewindow.department.Departments;
import io.onewindow.department.Jurisdiction;
import io.onewindow.engine.Callers;
import io.onewindow.promise.RedatingRun.Occasion;
import io.onewindow.promise.RedatingRun.Scope;
import io.onewindow.promise.RedatingRun.State;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Records the run that is owed to clocks whose awaited year is published. */
@Component
class AwaitedRuns {

  /**
   * A run at work.
   *
   * @param token what its steps need
   */
  record Claimed(String runId, String token) {}

  private static final int PAGE = 500;

  private final RedatingRuns runs;
  private final RedatingLines lines;
  private final RedatingPreview preview;
  private final ClockHistories histories;
  private final HallCalendars calendars;
  private final Departments departments;
  private final Callers callers;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transaction;
  private final Clock time;

  AwaitedRuns(
      RedatingRuns runs,
      RedatingLines lines,
      RedatingPreview preview,
      ClockHistories histories,
      HallCalendars calendars,
      Departments departments,
      Callers callers,
      ApplicationEventPublisher events,
      TransactionTemplate transaction,
      Clock time) {
    this.runs = runs;
    this.lines = lines;
    this.preview = preview;
    this.histories = histories;
    this.calendars = calendars;
    this.departments = departments;
    this.callers = callers;
    this.events = events;
    this.transaction = transaction;
    this.time = time;
  }

  /**
   * Writes the preview of the run that is owed and puts it to work in one transaction, so that it
   * stands at work or not at all.
   *
   * @return empty when none is owed
   * @throws io.onewindow.problem.Problem 409 while another run is unfinished
   */
  Optional<Claimed> claim() {
    return callers.asSystem(() -> transaction.execute(status -> write()));
  }

  private Optional<Claimed> write() {
    CalendarSet now = calendars.now();
    if (!histories.isAwaiting(now.holidays().publishedYears().last())) {
      return Optional.empty();
    }
    List<String> places = departments.jurisdictions().stream().map(Jurisdiction::id).toList();
    Instant when = time.instant().truncatedTo(ChronoUnit.MILLIS);
    RedatingPreview.Sum sum = preview.of(places, when, PAGE, preview.awaited());
    if (sum.changed().isEmpty()) {
      return Optional.empty();
    }
    Occasion occasion = occasion(sum, now);
    RedatingRun run = RedatingRun.found(occasion, places, sum, when);
    runs.discardPreviews();
    lines.dropDiscarded();
    runs.add(run);
    lines.add(run.id(), sum.changed(), null);
    String token = UUID.randomUUID().toString();
    runs.claim(run.id(), State.PREVIEW, token, occasion.by(), when);
    events.publishEvent(
        CountingChanged.of(CountingChanged.Kind.REDATING_APPLIED, run, occasion.by(), when));
    return Optional.of(new Claimed(run.id(), token));
  }

  /** In the name of whoever loaded the notice; nobody's where the product brought it along. */
  private static Occasion occasion(RedatingPreview.Sum sum, CalendarSet now) {
    TreeSet<Integer> years = new TreeSet<>();
    sum.changed().forEach(clock -> years.add(clock.before().estimatedFrom()));
    List<Notice> published =
        years.stream().flatMap(year -> now.holidays().notice(year).stream()).toList();
    String citations =
        published.stream()
            .map(published.size() == 1 ? Notice::citation : Notice::number)
            .collect(Collectors.joining("、"));
    String reason =
        years.stream().map(String::valueOf).collect(Collectors.joining("、"))
            + " 年放假安排公布："
            + citations;
    String by =
        now.notices().stream()
            .filter(one -> one.about().isNational() && years.contains(one.about().year()))
            .map(one -> one.loading().by())
            .filter(Objects::nonNull)
            .reduce((earlier, later) -> later)
            .orElse(null);
    return new Occasion(Scope.AWAITED, reason, by);
  }
}
