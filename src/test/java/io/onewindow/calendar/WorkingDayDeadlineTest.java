package io.onewindow.calendar;

import static io.onewindow.calendar.Beijing.at;
import static io.onewindow.calendar.Beijing.wall;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingDayDeadlineTest {

  private final WorkCalendar calendar =
      new WorkCalendar(PublicHolidays.national(), OfficeHours.standard());

  @ParameterizedTest
  @CsvFileSource(resources = "/io/onewindow/calendar/golden-days.csv", numLinesToSkip = 1)
  void endsWhenTheOfficeClosesOnTheGoldenDay(String start, int days, String last) {
    Deadline deadline = calendar.deadline(at(start + " 10:00"), workingDays(days));
    assertThat(wall(deadline.due())).isEqualTo(last + " 17:30");
    assertThat(deadline.provisional()).isFalse();
  }

  /**
   * Received on a day off: counting from the day of receipt gives 2025-01-26, 2025-04-28 and
   * 2025-09-30; with effect at the next opening each ends one working day later.
   */
  @ParameterizedTest
  @CsvSource({
    "2025-01-25,1,2025-01-26,2025-01-27",
    "2025-04-26,2,2025-04-27,2025-04-29",
    "2025-09-27,3,2025-09-28,2025-10-09"
  })
  void beginsAtTheNextOpeningWhenReceivedOnADayOff(
      String start, int days, String effective, String last) {
    Deadline deadline = calendar.deadline(at(start + " 10:00"), workingDays(days));
    assertThat(wall(deadline.effectiveFrom())).isEqualTo(effective + " 09:00");
    assertThat(wall(deadline.due())).isEqualTo(last + " 17:30");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-20 08:00,2026-11-20 09:00,2026-11-23",
    "2026-11-20 12:00,2026-11-20 13:30,2026-11-23",
    "2026-11-20 17:29,2026-11-20 17:29,2026-11-23",
    "2026-11-20 17:30,2026-11-23 09:00,2026-11-24",
    "2026-09-30 17:30,2026-10-08 09:00,2026-10-09"
  })
  void takesEffectAtTheNextOpening(String received, String effective, String last) {
    Deadline deadline = calendar.deadline(at(received), workingDays(1));
    assertThat(wall(deadline.effectiveFrom())).isEqualTo(effective);
    assertThat(wall(deadline.due())).isEqualTo(last + " 17:30");
  }

  @Test
  void neverCountsNewYearsDayOfAYearWithoutCalendar() {
    Deadline deadline = calendar.deadline(at("2026-12-10 10:00"), workingDays(20));
    assertThat(wall(deadline.due())).isEqualTo("2027-01-08 17:30");
    assertThat(deadline.provisional()).isTrue();
    assertThat(calendar.isWorkday(LocalDate.of(2027, 1, 1))).isFalse();
    assertThat(calendar.isProvisional(LocalDate.of(2027, 1, 1))).isTrue();
    assertThat(calendar.isProvisional(LocalDate.of(2026, 12, 31))).isFalse();
  }

  @Test
  void countsWorkdaysBetweenDates() {
    LocalDate before = LocalDate.of(2026, 9, 30);
    assertThat(calendar.workdaysBetween(before, LocalDate.of(2026, 10, 10))).isEqualTo(3);
    assertThat(calendar.workdaysBetween(before, before)).isZero();
    assertThat(calendar.workdaysBetween(LocalDate.of(2026, 10, 10), before)).isEqualTo(-3);
  }

  @Test
  void refusesToCountBeyondTheCalendar() {
    assertThatThrownBy(() -> calendar.deadline(at("2020-12-31 10:00"), workingDays(1)))
        .isInstanceOf(OutsideCalendarException.class)
        .hasMessage("2020-12-31超出工作日历的范围：日历只覆盖 2021 年至 2031 年。");
    for (LimitUnit unit : LimitUnit.values()) {
      if (unit != LimitUnit.IMMEDIATE
          && unit != LimitUnit.NEXT_DAY
          && unit != LimitUnit.FIXED_DATE) {
        assertThatThrownBy(
                () -> calendar.deadline(at("2026-11-20 10:00"), new Term(Integer.MAX_VALUE, unit)))
            .isInstanceOf(OutsideCalendarException.class);
      }
    }
    assertThatThrownBy(() -> calendar.nextOpening(Instant.MAX))
        .isInstanceOf(OutsideCalendarException.class);
    assertThatThrownBy(() -> calendar.nextOpening(at("2031-12-31 18:00")))
        .isInstanceOf(OutsideCalendarException.class);
  }

  private static Term workingDays(int days) {
    return new Term(days, LimitUnit.WORKING_DAY);
  }
}
