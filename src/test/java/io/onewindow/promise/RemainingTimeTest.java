package io.onewindow.promise;

import static org.assertj.core.api.Assertions.assertThat;

import io.onewindow.calendar.OfficeHours;
import io.onewindow.calendar.PublicHolidays;
import io.onewindow.calendar.WorkCalendar;
import java.time.Instant;
import java.time.LocalDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemainingTimeTest {

  private final WorkCalendar calendar =
      new WorkCalendar(PublicHolidays.national(), OfficeHours.standard());

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "2026-09-14T09:00,剩余 2个工作日（工作时间）",
    "2026-09-15T17:29,剩余 1分（工作时间）",
    "2026-09-15T17:30,已超时（刚到期）",
    "2026-09-15T23:00,已超时（刚到期）",
    "2026-09-16T09:00:30,已超时（刚到期）",
    "2026-09-16T09:01,已超时 1分（工作时间）",
    "2026-09-17T10:00,已超时 1个工作日1小时（工作时间）"
  })
  void isToldInWorkingTimeAgainstTheDueInstant(String now, String words) {
    String told = RemainingTime.inWords(calendar, at(now), at("2026-09-15T17:30"));
    assertThat(told).isEqualTo(words);
  }

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(WorkCalendar.ZONE).toInstant();
  }
}
