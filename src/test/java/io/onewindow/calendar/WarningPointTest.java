package io.onewindow.calendar;

import static io.onewindow.calendar.Beijing.at;
import static io.onewindow.calendar.Beijing.wall;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WarningPointTest {

  private final WorkCalendar calendar =
      new WorkCalendar(PublicHolidays.national(), OfficeHours.standard());

  @ParameterizedTest(name = "{0} + {1}, warned {2} ahead, at {3}")
  @CsvSource({
    "2026-11-16 10:00,3 WORKING_DAY,1 WORKING_DAY,2026-11-19 09:00",
    "2026-11-16 10:00,3 WORKING_DAY,2 WORKING_DAY,2026-11-18 09:00",
    "2026-09-30 10:00,3 WORKING_DAY,3 WORKING_DAY,2026-10-08 09:00",
    "2026-09-30 10:00,3 WORKING_DAY,4 WORKING_DAY,2026-09-30 10:00",
    "2026-09-30 10:00,3 WORKING_DAY,400 WORKING_DAY,2026-09-30 10:00",
    "2021-01-04 10:00,3 WORKING_DAY,9999 WORKING_DAY,2021-01-04 10:00",
    "2026-11-16 10:00,3 WORKING_DAY,4 OFFICE_HOUR,2026-11-19 13:30",
    "2026-11-16 10:00,4 OFFICE_HOUR,1 OFFICE_HOUR,2026-11-16 14:30",
    "2026-11-16 10:00,20 OFFICE_MINUTE,5 OFFICE_MINUTE,2026-11-16 10:15",
    "2026-11-16 10:00,20 OFFICE_MINUTE,2 OFFICE_HOUR,2026-11-16 10:00",
    "2026-11-15 10:00,20 OFFICE_MINUTE,2 OFFICE_HOUR,2026-11-16 09:00",
    "2026-11-02 10:00,20 CALENDAR_DAY,3 CALENDAR_DAY,2026-11-20 09:00",
    "2026-11-02 10:00,20 CALENDAR_DAY,2 CALENDAR_DAY,2026-11-20 09:00",
    "2026-11-02 10:00,20 CALENDAR_DAY,30 CALENDAR_DAY,2026-11-02 10:00",
    "2026-06-01 10:00,3 MONTH,1 MONTH,2026-07-31 09:00",
    "2026-11-20 23:00,0 IMMEDIATE,0 IMMEDIATE,2026-11-23 09:00"
  })
  void warnsAheadButNeverBeforeTheLimitTookEffect(
      String from, String term, String warning, String amber) {
    Deadline deadline = calendar.deadline(at(from), Term.parse(term));
    assertThat(wall(calendar.warningPoint(deadline, Term.parse(warning)))).isEqualTo(amber);
  }

  @Test
  void warnsBeforeADeadlineThatWasCountedBack() {
    Deadline deadline = calendar.latestBefore(at("2026-11-27 08:00"), Term.parse("3 DAYS_BEFORE"));
    assertThat(wall(calendar.warningPoint(deadline, Term.parse("2 WORKING_DAY"))))
        .isEqualTo("2026-11-23 09:00");
  }

  @Test
  void refusesAFixedDateAsWarning() {
    Deadline deadline = calendar.deadline(at("2026-11-20 10:00"), Term.parse("3 WORKING_DAY"));
    assertThatThrownBy(() -> calendar.warningPoint(deadline, Term.parse("10 FIXED_DATE")))
        .hasMessage("固定日期不能作为预警提前量");
  }
}
