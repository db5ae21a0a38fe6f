package io.onewindow.calendar;

import static io.onewindow.calendar.Beijing.at;
import static io.onewindow.calendar.Beijing.wall;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountFromTest {

  private final WorkCalendar byReceipt =
      new WorkCalendar(
          PublicHolidays.national(),
          OfficeHours.standard(),
          LocalDays.none(),
          CountFrom.DAY_OF_RECEIPT);

  /** The golden days whose start is a day off, and some whose start is a workday. */
  @ParameterizedTest
  @CsvSource({
    "2025-01-25 10:00,1,2025-01-26",
    "2025-04-26 10:00,2,2025-04-28",
    "2025-09-27 10:00,3,2025-09-30",
    "2026-09-30 10:00,3,2026-10-10",
    "2026-11-20 15:00,15,2026-12-11",
    "2026-11-20 17:30,1,2026-11-23",
    "2026-11-20 23:59,1,2026-11-23",
    "2026-11-20 08:00,1,2026-11-23"
  })
  void countsFromTheDayOfReceiptEvenIfItIsOff(String received, int days, String last) {
    Deadline deadline = byReceipt.deadline(at(received), new Term(days, LimitUnit.WORKING_DAY));
    assertThat(wall(deadline.due())).isEqualTo(last + " 17:30");
    assertThat(wall(deadline.effectiveFrom())).isEqualTo(received);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-21 10:00,1 NEXT_DAY,2026-11-23 17:30",
    "2026-11-21 10:00,10 CALENDAR_DAY,2026-12-01 17:30",
    "2026-11-21 10:00,1 MONTH,2026-12-21 17:30",
    "2026-11-21 10:00,2 OFFICE_HOUR,2026-11-23 11:00",
    "2026-11-21 10:00,0 IMMEDIATE,2026-11-23 09:00",
    "2026-11-20 18:00,20 FIXED_DATE,2026-12-21 17:30"
  })
  void leavesToOfficeTimeWhatNeedsAnOpenOffice(String received, String term, String due) {
    assertThat(wall(byReceipt.deadline(at(received), Term.parse(term)).due())).isEqualTo(due);
  }

  @Test
  void tellsWhyTheDayOfReceiptDoesNotCount() {
    List<String> told =
        byReceipt
            .deadline(at("2026-11-21 10:00"), Term.parse("1 WORKING_DAY"))
            .explanation()
            .stream()
            .map(CountedDay::why)
            .toList();
    assertThat(told).containsExactly("办公时间外收件，按收件当日起算，受理当日不计入", "星期日", "第 1 个工作日");
    assertThat(
            byReceipt
                .deadline(at("2026-11-20 10:00"), Term.parse("1 WORKING_DAY"))
                .explanation()
                .get(0)
                .why())
        .isEqualTo("受理当日不计入");
  }

  @Test
  void neverWarnsBeforeTheReceipt() {
    Instant received = at("2026-11-21 10:00");
    Deadline deadline = byReceipt.deadline(received, Term.parse("1 WORKING_DAY"));
    assertThat(byReceipt.warningPoint(deadline, Term.parse("2 WORKING_DAY"))).isEqualTo(received);
    assertThat(wall(byReceipt.warningPoint(deadline, Term.parse("1 WORKING_DAY"))))
        .isEqualTo("2026-11-23 09:00");
  }
}
