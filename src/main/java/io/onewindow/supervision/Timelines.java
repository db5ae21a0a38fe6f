package io.onewindow.supervision;

import io.onewindow.calendar.WorkCalendar;
import io.onewindow.casefile.CaseFile;
import io.onewindow.casefile.CaseRecord;
import io.onewindow.promise.ClockActs;
import io.onewindow.promise.ClockEvent;
import io.onewindow.promise.ClockStories;
import io.onewindow.promise.Pause;
import io.onewindow.promise.PromiseClock;
import io.onewindow.promise.StepClock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** Puts the story of a case together from its file, its clocks and its tasks. */
@Component
class Timelines {

  private static final Comparator<StepClock> BEGINNING =
      Comparator.comparing(StepClock::startedAt)
          .thenComparing(StepClock::stoppedAt, Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(clock -> !clock.isWholeCase())
          .thenComparing(StepClock::step);
  private static final Comparator<ClockEvent> HAPPENING =
      Comparator.comparing(ClockEvent::at).thenComparing(ClockEvent::kind);

  private final CaseFile files;
  private final PromiseClock clocks;
  private final ClockStories stories;
  private final ClockActs acts;
  private final CaseWork work;
  private final AttributableTimes times;

  Timelines(
      CaseFile files,
      PromiseClock clocks,
      ClockStories stories,
      ClockActs acts,
      CaseWork work,
      AttributableTimes times) {
    this.files = files;
    this.clocks = clocks;
    this.stories = stories;
    this.acts = acts;
    this.work = work;
    this.times = times;
  }

  TimelineView of(CaseRecord file) {
    List<String> instances = files.instancesOf(file);
    return new TimelineView(
        file.receiptNo(),
        file.service(),
        file.jurisdiction(),
        file.state().name(),
        file.state().label(),
        local(file.receivedAt()),
        local(file.acceptedAt()),
        local(file.closedAt()),
        clocks.all(instances).stream().sorted(BEGINNING).map(this::clock).toList(),
        work.all(file).stream().map(Timelines::task).toList(),
        instances.stream().flatMap(one -> acts.pauses(one).stream()).map(Timelines::pause).toList(),
        instances.stream()
            .flatMap(one -> acts.journal(one).stream())
            .sorted(HAPPENING)
            .map(Timelines::event)
            .toList(),
        time(times.of(file)));
  }

  private TimelineView.ClockView clock(StepClock clock) {
    return new TimelineView.ClockView(
        clock.id(),
        clock.step(),
        clock.activityId(),
        clock.promiseId(),
        clock.light(),
        local(clock.stoppedAt()),
        local(clock.pausedAt()),
        clock.extendedBy(),
        clock.stoppedAt() == null ? clocks.remaining(clock) : null,
        stories.of(clock));
  }

  private static TimelineView.TaskView task(Work one) {
    return new TimelineView.TaskView(
        one.task(),
        one.department(),
        one.party().kind() == Party.Kind.APPLICANT,
        local(one.from()),
        local(one.to()));
  }

  private static TimelineView.PauseView pause(Pause pause) {
    return new TimelineView.PauseView(
        pause.kind().name(),
        pause.kind().label(),
        pause.kind().basis(),
        pause.noticeNo(),
        pause.reason(),
        local(pause.pausedAt()),
        pause.pausedBy(),
        local(pause.resumedAt()),
        pause.resumedBy());
  }

  private static TimelineView.EventView event(ClockEvent event) {
    return new TimelineView.EventView(
        event.clockId(),
        event.kind().name(),
        event.kind().label(),
        local(event.at()),
        event.actor(),
        event.reason(),
        event.noticeNo(),
        local(event.oldDue()),
        local(event.newDue()));
  }

  private static TimelineView.TimeView time(AttributableTime time) {
    return new TimelineView.TimeView(
        local(time.from()),
        local(time.to()),
        time.totalMillis(),
        time.shares().stream()
            .map(
                share ->
                    new TimelineView.ShareView(
                        share.party().kind().name(),
                        share.party().kind().label(),
                        share.party().name(),
                        share.millis()))
            .toList());
  }

  private static OffsetDateTime local(Instant instant) {
    return instant == null ? null : instant.atZone(WorkCalendar.ZONE).toOffsetDateTime();
  }
}
