package io.onewindow.supervision;

import io.onewindow.calendar.Interval;
import io.onewindow.calendar.WorkCalendar;
import io.onewindow.casefile.CaseFile;
import io.onewindow.casefile.CaseRecord;
import io.onewindow.promise.ClockActs;
import io.onewindow.promise.HallCalendars;
import io.onewindow.promise.Pause;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Tells who took the time of a case, from its receipt until it was closed or until now. */
@Component
public class AttributableTimes {

  private final CaseFile files;
  private final CaseWork work;
  private final ClockActs acts;
  private final HallCalendars calendars;
  private final Clock time;

  AttributableTimes(
      CaseFile files, CaseWork work, ClockActs acts, HallCalendars calendars, Clock time) {
    this.files = files;
    this.work = work;
    this.acts = acts;
    this.calendars = calendars;
    this.time = time;
  }

  /** The caller must be one who may read the case's history. */
  public AttributableTime of(CaseRecord file) {
    Instant from = file.receivedAt();
    Instant to = end(file);
    WorkCalendar calendar = calendars.of(file.jurisdiction());
    return new TimeSweep(
            calendar.sessions(from, to),
            pauses(
                files.instancesOf(file).stream().flatMap(one -> acts.pauses(one).stream()).toList(),
                to),
            work.onTheCase(file))
        .between(from, to);
  }

  private Instant end(CaseRecord file) {
    Instant now = time.instant().truncatedTo(ChronoUnit.MILLIS);
    Instant end = file.closedAt() != null ? file.closedAt() : work.ended(file).orElse(now);
    return end.isBefore(file.receivedAt()) ? file.receivedAt() : end;
  }

  /** A pause that still lasts has lasted until the end. */
  private static List<Interval> pauses(List<Pause> pauses, Instant end) {
    return pauses.stream()
        .flatMap(
            pause -> {
              Instant until = pause.resumedAt() == null ? end : pause.resumedAt();
              return pause.pausedAt().isBefore(until)
                  ? Stream.of(new Interval(pause.pausedAt(), until))
                  : Stream.empty();
            })
        .toList();
  }
}
