package io.onewindow.calendar;

import static io.onewindow.calendar.Beijing.at;
import static io.onewindow.calendar.Beijing.wall;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OfficeHoursTest {

  private static final List<Session> MORNING = List.of(Session.parse("09:00-12:00"));
  private static final List<Session> SUMMER =
      List.of(Session.parse("14:30-18:00"), Session.parse("08:30-12:00"));

  @Test
  void opensSevenHoursByDefault() {
    assertThat(OfficeHours.standard().usualDay()).isEqualTo(Duration.ofHours(7));
    assertThat(OfficeHours.parse(" 08:30 – 12:00 ").usualDay()).isEqualTo(Duration.ofMinutes(210));
  }

  @Test
  void changesWithTheSeason() {
    OfficeHours hours =
        OfficeHours.standard()
            .from(new OfficeHours.Season(LocalDate.of(2026, 6, 1), SUMMER, Map.of()))
            .from(
                new OfficeHours.Season(
                    LocalDate.of(2026, 10, 1), OfficeHours.standard().on(LocalDate.MIN), Map.of()));
    WorkCalendar calendar = new WorkCalendar(PublicHolidays.national(), hours);
    Term three = new Term(3, LimitUnit.WORKING_DAY);
    assertThat(wall(calendar.deadline(at("2026-05-28 10:00"), three).due()))
        .isEqualTo("2026-06-02 18:00");
    assertThat(wall(calendar.deadline(at("2026-09-30 10:00"), three).due()))
        .isEqualTo("2026-10-10 17:30");
    assertThat(calendar.officeTimeBetween(at("2026-05-29 00:00"), at("2026-06-02 00:00")))
        .isEqualTo(Duration.ofHours(14));
  }

  @Test
  void mayCloseEarlyOnOneWeekdayWhileMakeUpDaysKeepTheUsualHours() {
    OfficeHours.Season friday =
        new OfficeHours.Season(
            LocalDate.of(2026, 1, 1),
            OfficeHours.standard().on(LocalDate.MIN),
            Map.of(DayOfWeek.FRIDAY, MORNING));
    WorkCalendar calendar =
        new WorkCalendar(PublicHolidays.national(), OfficeHours.standard().from(friday));
    assertThat(wall(calendar.nextOpening(at("2026-10-09 13:30")))).isEqualTo("2026-10-10 09:00");
    assertThat(wall(calendar.plusOfficeTime(at("2026-10-09 11:00"), Duration.ofHours(8))))
        .isEqualTo("2026-10-10 17:30");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "9-12", "12:00-09:00", "09:00-12:00,11:00-13:00", "09:00", "25:00-26:00"})
  void refusesSessionsThatMakeNoSense(String text) {
    assertThatThrownBy(() -> OfficeHours.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("办公时段");
  }

  @Test
  void refusesHoursOfTheirOwnForWeekends() {
    Map<DayOfWeek, List<Session>> saturday = Map.of(DayOfWeek.SATURDAY, MORNING);
    assertThatThrownBy(() -> new OfficeHours.Season(LocalDate.MIN, MORNING, saturday))
        .hasMessageContaining("周末");
  }
}
