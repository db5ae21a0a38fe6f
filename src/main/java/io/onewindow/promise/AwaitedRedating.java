package io.onewindow.promise;

import io.onewindow.problem.Problem;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Re-dates provisional clocks by itself once the year they waited for is published. What is owed is
 * read off the clocks, so that nothing is lost when a node stops between the notice and its
 * re-dating, when the command line loaded the notice, or when a new version of the product brought
 * it along. The one place for a run at work decides which node does it.
 */
@Component
class AwaitedRedating implements DisposableBean {

  private static final Logger LOG = LoggerFactory.getLogger(AwaitedRedating.class);

  private final AwaitedRuns awaited;
  private final Redating redating;
  private final RedatingRuns runs;
  private final RedatingWorker worker;
  private final HallCalendars calendars;
  private final RedatingSettings settings;
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "calendar-watch"));

  private long seen;

  AwaitedRedating(
      AwaitedRuns awaited,
      Redating redating,
      RedatingRuns runs,
      RedatingWorker worker,
      HallCalendars calendars,
      RedatingSettings settings) {
    this.awaited = awaited;
    this.redating = redating;
    this.runs = runs;
    this.worker = worker;
    this.calendars = calendars;
    this.settings = settings;
  }

  /** Takes up what was owed or under way when the last node stopped. */
  @EventListener(ApplicationReadyEvent.class)
  void atStart() {
    if (!settings.unattended()) {
      return;
    }
    worker.reportUnfinished();
    seen = calendars.now().version();
    settle();
    long seconds = settings.lookEvery().toSeconds();
    watch.scheduleWithFixedDelay(this::look, seconds, seconds, TimeUnit.SECONDS);
  }

  /** Goes on with a run that nobody stopped by hand, or else begins the one that is owed. */
  void settle() {
    Optional<RedatingRun> interrupted = runs.interrupted();
    if (interrupted.isPresent()) {
      RedatingRun run = interrupted.get();
      LOG.info("re-dating {} goes on", run.id());
      redating.goOn(run.id(), run.appliedBy());
    } else {
      begin();
    }
  }

  /** A year's notice: re-dates by itself. Anything else: a preview for an administrator. */
  @EventListener
  void afterCalendarChange(CalendarChanged change) {
    if (!settings.unattended() || !begin()) {
      redating.afterCalendarChange(change.jurisdictions());
    }
  }

  /** What came while a run was at work, and what it left to an administrator. */
  @EventListener
  void afterRun(RedatingFinished finished) {
    if (settings.unattended() && !begin() && finished.byItself()) {
      redating.previewOfTheRest();
    }
  }

  /** Another process, such as the command line, may have loaded a notice. */
  private void look() {
    try {
      long version = calendars.now().version();
      if (version != seen) {
        seen = version;
        begin();
      }
    } catch (RuntimeException failed) {
      LOG.error("the calendars could not be looked at, which is tried again", failed);
    }
  }

  /**
   * @return whether a run was begun; not when none is owed, or while another run is unfinished
   */
  private boolean begin() {
    try {
      Optional<AwaitedRuns.Claimed> claimed = awaited.claim();
      claimed.ifPresent(one -> worker.begin(one.runId(), one.token()));
      return claimed.isPresent();
    } catch (Problem busy) {
      LOG.info("a re-dating is owed and waits: {}", busy.getMessage());
      return false;
    }
  }

  @Override
  public void destroy() {
    watch.shutdownNow();
  }
}
