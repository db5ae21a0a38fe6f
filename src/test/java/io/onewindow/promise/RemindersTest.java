package io.onewindow.promise;

import static org.assertj.core.api.Assertions.assertThat;

import io.onewindow.calendar.LimitUnit;
import io.onewindow.calendar.OfficeHours;
import io.onewindow.calendar.PublicHolidays;
import io.onewindow.calendar.Term;
import io.onewindow.calendar.WorkCalendar;
import io.onewindow.promise.ClockHistory.Recorded;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The point of a reminder: a share of the time that counted, or a time before the end. */
class RemindersTest {

  private static final int CASES = 100_000;

  private final WorkCalendar calendar =
      new WorkCalendar(PublicHolidays.national(), OfficeHours.standard());

  @ParameterizedTest(name = "{0} + {1}, {2}, stopped {3} to {4}: {5}")
  @CsvSource({
    "2026-09-15T09:00,4 OFFICE_HOUR,50%,,,2026-09-15T11:00",
    // one hour counted before the pause, one more after it
    "2026-09-15T09:00,4 OFFICE_HOUR,50%,2026-09-15T10:00,2026-09-15T10:30,2026-09-15T11:30",
    // the point had passed before the pause
    "2026-09-15T09:00,4 OFFICE_HOUR,50%,2026-09-15T11:30,2026-09-16T10:00,2026-09-15T11:00",
    // half of it ends with the morning: at the next opening
    "2026-09-15T09:00,6 OFFICE_HOUR,50%,,,2026-09-15T13:30",
    // across National Day
    "2026-09-30T16:00,2 OFFICE_HOUR,50%,2026-09-30T16:30,2026-10-08T10:00,2026-10-08T10:30",
    "2026-09-15T09:00,5 WORKING_DAY,2 WORKING_DAY,,,2026-09-20T09:00",
    // counted back from the end it would have had, then moved with the pause
    "2026-09-15T09:00,5 WORKING_DAY,2 WORKING_DAY,2026-09-17T09:00,2026-09-18T09:00,2026-09-21T09:00"
  })
  void keepsAPointOfItsOwn(
      String from, String limit, String threshold, String stop, String go, String point) {
    StepClock clock = clock(from, limit);
    List<Standstill> stood = List.of();
    if (stop != null) {
      clock = new ClockShift(calendar, at(stop), at(go)).of(clock, clock.unit());
      stood = List.of(new Standstill(at(stop), at(go)));
    }
    assertThat(Reminders.point(clock, Threshold.parse(threshold), stood, calendar))
        .isEqualTo(at(point));
  }

  /** Counted minute by minute, skipping off-hours and standstills. */
  @Test
  void comesWhenItsShareOfTheTimeThatCountedHasPassed() {
    var lives = new ClockLives(calendar, 20261121, Duration.ofMinutes(30));
    int stopped = 0;
    for (int i = 0; i < CASES; i++) {
      ClockHistory history = lives.next();
      Recorded first = history.clocks().get(0);
      StepClock clock = first.clock();
      List<Standstill> stood =
          history.standstills(first).stream()
              .filter(one -> one.from().isBefore(clock.dueAt()))
              .toList();
      if (clock.pausedAt() != null || clock.unit() == LimitUnit.IMMEDIATE) {
        continue;
      }
      Instant point = Reminders.point(clock, new Threshold(50, null), stood, calendar);
      long whole = counted(clock.effectiveFrom(), clock.dueAt(), stood);
      if (point.isBefore(clock.warningAt())) {
        long passed = counted(clock.effectiveFrom(), point, stood);
        assertThat(passed).as("case %d %s %s", i, clock, stood).isEqualTo(whole / 2);
      } else {
        assertThat(point).isEqualTo(clock.warningAt());
      }
      assertThat(calendar.nextOpening(point).equals(point) || point.equals(clock.warningAt()))
          .as("case %d reminds off-hours at %s", i, point)
          .isTrue();
      stopped += stood.isEmpty() ? 0 : 1;
    }
    assertThat(stopped).isGreaterThan(CASES / 20);
  }

  private long counted(Instant from, Instant to, List<Standstill> stood) {
    long millis = calendar.officeTimeBetween(from, to).toMillis();
    for (Standstill one : stood) {
      Instant begin = one.from().isAfter(from) ? one.from() : from;
      Instant end = one.to().isBefore(to) ? one.to() : to;
      if (begin.isBefore(end)) {
        millis -= calendar.officeTimeBetween(begin, end).toMillis();
      }
    }
    return millis;
  }

  private StepClock clock(String from, String limit) {
    var lives = new ClockLives(calendar, 1, Duration.ofMinutes(30));
    Term term = Term.parse(limit);
    Limit promise = ClockLives.promise(term.value(), term.unit());
    StepClock any = lives.caseOf(promise).clocks().get(0).clock();
    ClockRules.Plan plan =
        new ClockRules(calendar, Duration.ofMinutes(30))
            .plan(at(from), Optional.of(promise), Optional.empty(), Optional.empty());
    return any.planned(plan, promise);
  }

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(WorkCalendar.ZONE).toInstant();
  }
}
