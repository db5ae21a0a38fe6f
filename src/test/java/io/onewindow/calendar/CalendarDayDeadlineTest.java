package io.onewindow.calendar;

import static io.onewindow.calendar.Beijing.at;
import static io.onewindow.calendar.Beijing.wall;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarDayDeadlineTest {

  private final WorkCalendar calendar =
      new WorkCalendar(PublicHolidays.national(), OfficeHours.standard());

  @ParameterizedTest(name = "{0} + {1} = {2}")
  @CsvSource({
    "2026-11-16 10:00,7 CALENDAR_DAY,2026-11-23",
    "2026-11-14 10:00,7 CALENDAR_DAY,2026-11-23",
    "2026-11-13 10:00,8 CALENDAR_DAY,2026-11-23",
    "2026-09-24 10:00,7 CALENDAR_DAY,2026-10-08",
    "2026-09-03 10:00,17 CALENDAR_DAY,2026-09-20",
    "2026-10-03 10:00,2 CALENDAR_DAY,2026-10-10",
    "2026-11-20 10:00,1 NEXT_DAY,2026-11-23",
    "2026-11-19 10:00,1 NEXT_DAY,2026-11-20",
    "2026-09-19 10:00,1 NEXT_DAY,2026-09-21",
    "2026-11-30 10:00,3 MONTH,2027-03-01",
    "2026-08-31 10:00,1 MONTH,2026-09-30",
    "2026-07-01 10:00,3 MONTH,2026-10-08",
    "2023-11-29 10:00,3 MONTH,2024-02-29",
    "2026-09-30 16:00,930 FIXED_DATE,2026-09-30",
    "2026-09-30 18:00,930 FIXED_DATE,2027-09-30",
    "2026-11-20 10:00,10 FIXED_DATE,2026-12-10",
    "2026-10-09 10:00,10 FIXED_DATE,2026-10-10",
    "2026-01-09 10:00,10 FIXED_DATE,2026-01-12",
    "2026-09-01 10:00,1001 FIXED_DATE,2026-10-08",
    "2027-12-31 10:00,31 FIXED_DATE,2027-12-31"
  })
  void endsOnAWorkdayWhenTheOfficeCloses(String from, String term, String last) {
    assertThat(wall(calendar.deadline(at(from), Term.parse(term)).due()))
        .isEqualTo(last + " 17:30");
  }

  /** 10 January 2026 is a Saturday, 1 to 7 October 2026 is National Day, 31 January a Saturday. */
  @ParameterizedTest(name = "{0} + {1} = {2}")
  @CsvSource({
    "2026-01-09 17:29,10 FIXED_DATE,2026-01-12",
    "2026-01-09 17:30,10 FIXED_DATE,2026-01-12",
    "2026-01-10 10:00,10 FIXED_DATE,2026-01-12",
    "2026-01-11 23:59,10 FIXED_DATE,2026-01-12",
    "2026-01-12 09:00,10 FIXED_DATE,2026-01-12",
    "2026-01-12 17:29,10 FIXED_DATE,2026-01-12",
    "2026-01-12 17:30,10 FIXED_DATE,2026-02-10",
    "2026-01-13 09:00,10 FIXED_DATE,2026-02-10",
    "2026-10-01 10:00,1001 FIXED_DATE,2026-10-08",
    "2026-10-08 10:00,1001 FIXED_DATE,2026-10-08",
    "2026-10-08 18:00,1001 FIXED_DATE,2027-10-04",
    "2026-02-01 10:00,31 FIXED_DATE,2026-02-02",
    "2026-02-02 17:30,31 FIXED_DATE,2026-02-28",
    "2021-01-02 10:00,1 FIXED_DATE,2021-01-04",
    "2021-01-02 10:00,31 FIXED_DATE,2021-02-01"
  })
  void keepsWhatComesBetweenADateOffAndTheDayItRolledToInItsPeriod(
      String from, String term, String last) {
    assertThat(wall(calendar.deadline(at(from), Term.parse(term)).due()))
        .isEqualTo(last + " 17:30");
  }

  @ParameterizedTest(name = "{1} before {0} is {2}")
  @CsvSource({
    "2026-11-27 08:00,3,2026-11-24",
    "2026-11-24 08:00,3,2026-11-20",
    "2026-10-09 08:00,3,2026-09-30",
    "2026-09-23 00:00,3,2026-09-20",
    "2026-11-20 23:59,30,2026-10-21"
  })
  void leavesAtLeastThatManyDaysBeforeAnEvent(String event, int days, String last) {
    Term term = new Term(days, LimitUnit.DAYS_BEFORE);
    Deadline deadline = calendar.latestBefore(at(event), term);
    assertThat(wall(deadline.due())).isEqualTo(last + " 17:30");
    assertThat(deadline.effectiveFrom()).isEqualTo(at(event));
    assertThat(calendar.deadline(at(event), term)).isEqualTo(deadline);
  }

  @Test
  void countsBackFromAnEventOnlyWhatIsWordedSo() {
    Term days = Term.parse("3 WORKING_DAY");
    assertThatThrownBy(() -> calendar.latestBefore(at("2026-11-20 10:00"), days))
        .hasMessage("只有“日前”的期限可从事件倒算：3个工作日");
  }
}
