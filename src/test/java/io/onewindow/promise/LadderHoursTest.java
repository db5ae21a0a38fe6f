package io.onewindow.promise;

import static org.assertj.core.api.Assertions.assertThat;

import io.onewindow.calendar.CountFrom;
import io.onewindow.calendar.LocalDays;
import io.onewindow.calendar.OfficeHours;
import io.onewindow.calendar.PublicHolidays;
import io.onewindow.calendar.WorkCalendar;
import io.onewindow.promise.ClockHistory.Recorded;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** No rung of the ladder lies outside office hours, whenever a case began and however it lived. */
class LadderHoursTest {

  private static final int CASES = 40_000;
  private static final List<Threshold> THRESHOLDS =
      List.of(
              "1%",
              "25%",
              "50%",
              "99%",
              "30 OFFICE_MINUTE",
              "2 OFFICE_HOUR",
              "1 WORKING_DAY",
              "5 WORKING_DAY",
              "3 CALENDAR_DAY",
              "1 MONTH",
              "0 IMMEDIATE")
          .stream()
          .map(Threshold::parse)
          .toList();

  @ParameterizedTest
  @EnumSource(CountFrom.class)
  void liesWithinOfficeHours(CountFrom countFrom) {
    WorkCalendar calendar =
        new WorkCalendar(
            PublicHolidays.national(), OfficeHours.standard(), LocalDays.none(), countFrom);
    var lives = new ClockLives(calendar, 20261122, Duration.ofMinutes(30));
    int seen = 0;
    for (int i = 0; i < CASES; i++) {
      ClockHistory history = lives.next();
      for (Recorded one : history.clocks()) {
        StepClock clock = one.clock();
        List<Standstill> stood =
            history.standstills(one).stream()
                .filter(still -> still.from().isBefore(clock.dueAt()))
                .toList();
        within(calendar, clock.dueAt(), "red", clock);
        within(calendar, clock.warningAt(), "amber", clock);
        for (Threshold threshold : THRESHOLDS) {
          Instant point = Reminders.point(clock, threshold, stood, calendar);
          within(calendar, point, "reminder " + threshold, clock);
          assertThat(point.isAfter(clock.warningAt())).isFalse();
          seen++;
        }
      }
    }
    assertThat(seen).isGreaterThan(CASES * THRESHOLDS.size());
  }

  /** Inside a session or exactly at its end. */
  private static void within(WorkCalendar calendar, Instant point, String what, StepClock clock) {
    boolean open = calendar.nextOpening(point).equals(point);
    boolean closing = !calendar.nextOpening(point.minusMillis(1)).isAfter(point);
    if (!open && !closing) {
      assertThat(point).as("%s of %s lies outside office hours", what, clock).isNull();
    }
  }
}
