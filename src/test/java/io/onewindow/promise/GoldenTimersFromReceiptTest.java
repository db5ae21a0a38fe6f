package io.onewindow.promise;

import io.onewindow.story.StoryTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.context.TestPropertySource;

/**
 * The golden days whose start is a day off, in a hall that counts from the day of receipt; {@link
 * GoldenTimersTest} has them counted from the next opening.
 */
@StoryTest
@TestPropertySource(properties = "onewindow.promise.count-from.ningyang=DAY_OF_RECEIPT")
class GoldenTimersFromReceiptTest extends GoldenTimers {

  @ParameterizedTest(name = "{0} + {1} = {2}")
  @CsvSource({
    "2025-01-25,1,2025-01-26",
    "2025-04-26,2,2025-04-28",
    "2025-09-27,3,2025-09-30",
    "2026-09-30,3,2026-10-10",
    "2026-11-20,15,2026-12-11"
  })
  void firesWhenTheOfficeClosesOnTheGoldenDay(String received, int days, String last) {
    firesAtAndNotASecondBefore(starts(received + "T10:00", days + " WORKING_DAY"), last + "T17:30");
  }
}
