package io.onewindow.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.onewindow.calendar.OfficeHours;
import io.onewindow.calendar.PublicHolidays;
import io.onewindow.calendar.WorkCalendar;
import io.onewindow.problem.Problem;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

/** The drill's clock counts office time only. */
class DrillClockTest {

  private static final WorkCalendar CALENDAR =
      new WorkCalendar(PublicHolidays.national(), OfficeHours.standard());

  @Test
  void aWorkingDayTakesAsLongAsTheTrainerSays() {
    DrillClock clock = at("2026-03-02T09:00");
    // seven office hours in ten minutes
    assertThat(clock.after(Duration.ofMinutes(1), CALENDAR)).isEqualTo(instant("2026-03-02T09:42"));
    clock.workingDay(Duration.ofMinutes(70));
    assertThat(clock.after(Duration.ofMinutes(1), CALENDAR)).isEqualTo(instant("2026-03-02T09:06"));
  }

  @Test
  void breaksNightsAndDaysOffAreSkipped() {
    assertThat(at("2026-03-02T11:59").after(Duration.ofMinutes(1), CALENDAR))
        .isEqualTo(instant("2026-03-02T14:11"));
    assertThat(at("2026-03-06T17:29").after(Duration.ofMinutes(1), CALENDAR))
        .isEqualTo(instant("2026-03-09T09:41"));
  }

  @Test
  void aPausedClockStandsAndNoneGoesBack() {
    DrillClock clock = at("2026-03-02T09:00");
    clock.pause(true);
    assertThat(clock.after(Duration.ofHours(1), CALENDAR)).isEqualTo(clock.now());
    clock.now(instant("2026-03-01T09:00"));
    assertThat(clock.now()).isEqualTo(instant("2026-03-02T09:00"));
  }

  @Test
  void aPaceAtWhichNobodyCouldPractiseIsRefused() {
    assertThatExceptionOfType(Problem.class)
        .isThrownBy(() -> DrillClock.requirePace(Duration.ofSeconds(59)))
        .withMessageContaining("1 至 720 分钟");
    assertThatExceptionOfType(Problem.class)
        .isThrownBy(() -> DrillClock.requirePace(Duration.ofHours(13)));
    assertThatExceptionOfType(Problem.class).isThrownBy(() -> DrillClock.requirePace(null));
  }

  private static DrillClock at(String local) {
    return new DrillClock(instant(local), Duration.ofMinutes(10));
  }

  private static Instant instant(String local) {
    return LocalDateTime.parse(local).atZone(WorkCalendar.ZONE).toInstant();
  }
}
