package io.onewindow.sandbox;

import io.onewindow.calendar.WorkCalendar;
import io.onewindow.engine.BackgroundWork;
import io.onewindow.engine.DrillTime;
import io.onewindow.promise.HallCalendars;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The hall in which drills go on: one clock for everybody, led by the trainer. */
@Component
@Profile("sandbox")
class DrillHall implements DisposableBean {

  private final Stage stage;
  private final Drills drills;
  private final Snapshot snapshot;
  private final DrillTime hands;
  private final HallCalendars calendars;
  private final SandboxSettings settings;
  private final Clock time;
  private final BackgroundWork heart = new BackgroundWork("drill", this::beat);

  private DrillClock clock;
  private long beatAt;

  DrillHall(
      Stage stage,
      Drills drills,
      Snapshot snapshot,
      DrillTime hands,
      HallCalendars calendars,
      SandboxSettings settings,
      Clock time) {
    this.stage = stage;
    this.drills = drills;
    this.snapshot = snapshot;
    this.hands = hands;
    this.calendars = calendars;
    this.settings = settings;
    this.time = time;
  }

  /** After everything else has settled in: what is there now is an empty hall. */
  @EventListener(ApplicationReadyEvent.class)
  @Order(Ordered.LOWEST_PRECEDENCE)
  synchronized void open() {
    snapshot.take();
    begin(settings.workingDay());
    if (settings.unattended()) {
      heart.begin(settings.every());
    }
  }

  /** On the Monday of this real week when the office opens. */
  private void begin(Duration workingDay) {
    hands.release();
    Instant monday =
        LocalDate.now(time)
            .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
            .atStartOfDay(WorkCalendar.ZONE)
            .toInstant();
    clock = new DrillClock(calendar().nextOpening(monday), workingDay);
    hands.set(clock.now());
    beatAt = System.nanoTime();
  }

  private synchronized boolean beat() {
    long now = System.nanoTime();
    Duration real = Duration.ofNanos(now - beatAt);
    beatAt = now;
    stage.until(clock.after(real, calendar()), clock);
    return false;
  }

  /** Lets so much office time pass at once. */
  synchronized void pass(Duration officeTime) {
    stage.until(calendar().plusOfficeTime(calendar().nextOpening(clock.now()), officeTime), clock);
  }

  synchronized DrillClock clock() {
    return clock;
  }

  synchronized void pause(boolean stands) {
    clock.pause(stands);
  }

  synchronized void pace(Duration workingDay) {
    clock.workingDay(workingDay);
  }

  /** Goes to what happens next by itself; false when nothing will. */
  synchronized boolean step() {
    Optional<Instant> next = stage.next();
    next.ifPresent(then -> stage.until(then.isAfter(clock.now()) ? then : clock.now(), clock));
    return next.isPresent();
  }

  synchronized void begin(Drill drill) {
    drills.add(drill);
    stage.invite(drill, drills.all().size());
    stage.until(clock.now(), clock);
  }

  synchronized void end(Drill drill) {
    stage.until(clock.now(), clock);
    drill.end(clock.now());
  }

  /** Throws all cases away; people, results and the pace stay. */
  synchronized void reset() {
    hands.alone(
        () -> {
          drills.forget();
          stage.clear();
          snapshot.restore();
          stage.clear();
          boolean paused = clock.isPaused();
          begin(clock.workingDay());
          clock.pause(paused);
        });
  }

  private WorkCalendar calendar() {
    return calendars.of(settings.calendar());
  }

  @Override
  public void destroy() throws InterruptedException {
    heart.end();
  }
}
