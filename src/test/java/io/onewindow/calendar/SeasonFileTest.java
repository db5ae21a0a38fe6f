package io.onewindow.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeasonFileTest {

  @Test
  void readsSeasonsWithTheirWeekdays() {
    List<OfficeHours.Season> seasons =
        SeasonFile.read(
            """
            from,weekday,sessions
            2026-06-01,usual,08:30-12:00 14:30-18:00
            2026-06-01,friday,08:30-12:00
            2026-10-01,usual,09:00-12:00、13:30-17:30
            """,
            LocalDate.MIN);
    assertThat(seasons).hasSize(2);
    assertThat(seasons.get(0).on(DayOfWeek.FRIDAY)).containsExactly(Session.parse("08:30-12:00"));
    assertThat(seasons.get(0).on(DayOfWeek.MONDAY)).hasSize(2);
    assertThat(seasons.get(1).validFrom()).isEqualTo(LocalDate.of(2026, 10, 1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-06-01,friday,09:00-12:00 | 第 2 行 weekday 栏：2026-06-01 起的办公时间缺少 usual（平日）一行",
        "2026-06-01,sunday,09:00-12:00 | 第 2 行 weekday 栏：“sunday”无法识别，应为 usual（平日）或 monday 至 friday；调休上班日按平日办公时间",
        "2026-06-01,usual,12:00-09:00 | 第 2 行 sessions 栏：办公时段应先开后关：12:00-09:00",
        "2026-06-01,usual,9点到12点 | 第 2 行 sessions 栏：办公时段“9点到12点”写法不对，应如 09:00-12:00",
        "2026-06-01,usual,09:00-12:00 11:00-13:00 | 第 2 行 sessions 栏：办公时段重叠：09:00-12:00 与 11:00-13:00",
        "2026-06-01,usual,09:00-12:00;2026-06-01,usual,09:00-12:00 | 第 3 行 weekday 栏：2026-06-01 起的“usual”重复列出",
        "2026-01-01,usual,09:00-12:00 | 第 2 行 from 栏：2026-01-01 早于通知的施行日期 2026-03-01"
      })
  void refusesAWrongLineAndNamesIt(String lines, String message) {
    String text = "from,weekday,sessions\n" + lines.replace(';', '\n');
    assertThatThrownBy(() -> SeasonFile.read(text, LocalDate.of(2026, 3, 1)))
        .isInstanceOf(CalendarFileException.class)
        .hasMessage(message);
  }
}
