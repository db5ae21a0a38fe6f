package io.onewindow.promise;

import static org.assertj.core.api.Assertions.assertThat;

import io.onewindow.database.OnBothDatabases;
import io.onewindow.story.StoryTest;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The last days counted by hand from the State Council's notices, kept by real timers of the
 * engine.
 *
 * <p>The model is one step with one boundary timer, and both its dates are asked of {@code
 * promiseClock}, as in every model of the house. No plan promises, say, 15 working days, so while
 * this test runs its own table stands in for {@code internal-limit}: its steps are named by their
 * limits. Everything from the expression to the job is what a case meets.
 */
@StoryTest
@OnBothDatabases
class GoldenTimersTest extends GoldenTimers {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  @ParameterizedTest(name = "{0} + {1} = {2}")
  @CsvFileSource(resources = "/io/onewindow/calendar/golden-days.csv", numLinesToSkip = 1)
  void firesWhenTheOfficeClosesOnTheGoldenDay(String received, int days, String last) {
    ProcessInstance theCase = starts(received + "T10:00", days + " WORKING_DAY");
    firesAtAndNotASecondBefore(theCase, last + "T17:30");
    assertThat(clockOf(theCase).provisional()).isFalse();
  }

  /** Counted from the day of receipt each would end one working day earlier. */
  @ParameterizedTest(name = "{0} + {1} = {3}")
  @CsvSource({
    "2025-01-25,1,2025-01-26,2025-01-27",
    "2025-04-26,2,2025-04-27,2025-04-29",
    "2025-09-27,3,2025-09-28,2025-10-09"
  })
  void countsFromTheNextOpeningWhenReceivedOnADayOff(
      String received, int days, String effective, String last) {
    ProcessInstance theCase = starts(received + "T10:00", days + " WORKING_DAY");
    assertThat(LocalDateTime.ofInstant(clockOf(theCase).effectiveFrom(), ZONE))
        .isEqualTo(effective + "T09:00");
    firesAtAndNotASecondBefore(theCase, last + "T17:30");
  }

  @ParameterizedTest(name = "{0} + {1} = {2}")
  @CsvSource({
    "2026-09-30T16:00,4 OFFICE_HOUR,2026-10-08T11:30",
    "2026-10-09T16:30,4 OFFICE_HOUR,2026-10-10T12:00",
    "2026-11-20T11:50,20 OFFICE_MINUTE,2026-11-20T13:40",
    "2026-11-20T17:20,20 OFFICE_MINUTE,2026-11-23T09:10",
    "2026-09-24T10:00,7 CALENDAR_DAY,2026-10-08T17:30",
    "2026-07-01T10:00,3 MONTH,2026-10-08T17:30"
  })
  void firesToTheMinuteInEveryOtherUnit(String received, String limit, String due) {
    firesAtAndNotASecondBefore(starts(received, limit), due);
  }

  @Test
  void neverCountsNewYearsDayOfAYearWithoutCalendarAndSaysTheDateIsProvisional() {
    ProcessInstance theCase = starts("2026-12-10T10:00", "20 WORKING_DAY");
    assertThat(clockOf(theCase).provisional()).isTrue();
    firesAtAndNotASecondBefore(theCase, "2027-01-08T17:30");
  }
}
