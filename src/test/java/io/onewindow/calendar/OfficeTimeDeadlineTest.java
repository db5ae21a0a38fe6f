package io.onewindow.calendar;

import static io.onewindow.calendar.Beijing.at;
import static io.onewindow.calendar.Beijing.wall;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OfficeTimeDeadlineTest {

  private final WorkCalendar calendar =
      new WorkCalendar(PublicHolidays.national(), OfficeHours.standard());

  @ParameterizedTest(name = "{0} + {1} = {2}: {3}")
  @CsvSource({
    "2026-11-20 09:00,2 OFFICE_HOUR,2026-11-20 11:00,within a session",
    "2026-11-20 11:50,20 OFFICE_MINUTE,2026-11-20 13:40,over lunch",
    "2026-11-20 12:10,20 OFFICE_MINUTE,2026-11-20 13:50,received at lunch",
    "2026-11-20 12:00,20 OFFICE_MINUTE,2026-11-20 13:50,received as the office closes",
    "2026-11-20 17:20,20 OFFICE_MINUTE,2026-11-23 09:10,over a weekend",
    "2026-11-20 13:30,4 OFFICE_HOUR,2026-11-20 17:30,ends as the office closes",
    "2026-11-20 10:00,2 OFFICE_HOUR,2026-11-20 12:00,ends as lunch begins",
    "2026-11-16 09:00,24 OFFICE_HOUR,2026-11-19 12:00,seven hours a day",
    "2026-09-18 15:00,4 OFFICE_HOUR,2026-09-20 10:30,the make-up Sunday counts",
    "2026-09-30 16:00,4 OFFICE_HOUR,2026-10-08 11:30,over the national holiday",
    "2026-10-09 16:30,4 OFFICE_HOUR,2026-10-10 12:00,the make-up Saturday counts",
    "2026-12-31 16:30,4 OFFICE_HOUR,2027-01-04 12:00,over new year's day"
  })
  void countsOfficeTimeOnly(String from, String term, String due, String story) {
    assertThat(wall(calendar.deadline(at(from), Term.parse(term)).due())).isEqualTo(due);
  }

  @Test
  void isProvisionalOnlyWhenItReachesAYearWithoutCalendar() {
    Term four = Term.parse("4 OFFICE_HOUR");
    assertThat(calendar.deadline(at("2026-12-31 13:30"), four).provisional()).isFalse();
    assertThat(calendar.deadline(at("2026-12-31 13:31"), four).provisional()).isTrue();
  }

  @Test
  void findsNoSessionWhereNoTimePasses() {
    Instant from = at("2026-11-20 10:00");
    assertThat(calendar.sessions(from, from)).isEmpty();
    assertThat(calendar.sessions(from, from.minusMillis(1))).isEmpty();
    assertThat(calendar.sessions(from, from.plusMillis(1)))
        .containsExactly(new Interval(from, from.plusMillis(1)));
  }

  @Test
  void keepsMilliseconds() {
    Instant from = at("2026-09-30 17:29:59.999");
    Instant due = calendar.plusOfficeTime(from, Duration.ofMillis(2));
    assertThat(due).isEqualTo(at("2026-10-08 09:00:00.001"));
    assertThat(calendar.officeTimeBetween(from, due)).isEqualTo(Duration.ofMillis(2));
    assertThat(calendar.minusOfficeTime(due, Duration.ofMillis(2))).isEqualTo(from);
  }

  @Test
  void measuresBackwardsAsNegative() {
    Instant morning = at("2026-11-20 09:00");
    Instant afternoon = at("2026-11-20 14:30");
    assertThat(calendar.officeTimeBetween(morning, afternoon)).isEqualTo(Duration.ofHours(4));
    assertThat(calendar.officeTimeBetween(afternoon, morning)).isEqualTo(Duration.ofHours(-4));
    assertThat(calendar.plusOfficeTime(afternoon, Duration.ofHours(-4))).isEqualTo(morning);
    assertThat(calendar.minusOfficeTime(morning, Duration.ofHours(-3)))
        .isEqualTo(at("2026-11-20 12:00"));
  }

  @Test
  void goesBackToAnOpeningRatherThanTheClosingBefore() {
    assertThat(calendar.minusOfficeTime(at("2026-11-20 17:30"), Duration.ofHours(4)))
        .isEqualTo(at("2026-11-20 13:30"));
    assertThat(calendar.minusOfficeTime(at("2026-11-23 09:00"), Duration.ofHours(1)))
        .isEqualTo(at("2026-11-20 16:30"));
  }

  @Test
  void leavesTheInstantWhenNothingIsAdded() {
    Instant night = at("2026-11-20 23:00");
    assertThat(calendar.plusOfficeTime(night, Duration.ZERO)).isEqualTo(night);
    assertThat(calendar.minusOfficeTime(night, Duration.ZERO)).isEqualTo(night);
  }

  @Test
  void endsAtOnceWhenImmediate() {
    Deadline open = calendar.deadline(at("2026-11-20 10:00"), Term.parse("0 IMMEDIATE"));
    assertThat(open.due()).isEqualTo(at("2026-11-20 10:00"));
    Deadline night = calendar.deadline(at("2026-11-20 23:00"), Term.parse("0 IMMEDIATE"));
    assertThat(night.due()).isEqualTo(at("2026-11-23 09:00")).isEqualTo(night.effectiveFrom());
  }

  @Test
  void tellsTheUsualDay() {
    assertThat(calendar.officeDay()).isEqualTo(Duration.ofHours(7));
  }
}
