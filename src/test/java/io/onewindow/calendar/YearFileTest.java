package io.onewindow.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YearFileTest {

  private final String fictitious = resource("/calendars/fictitious-2027.csv");

  @Test
  void takesTheYearFromTheLines() {
    YearFile file = read(fictitious);
    assertThat(file.notice().year()).isEqualTo(2027);
    assertThat(file.remarks()).isEmpty();
    PublicHolidays more = PublicHolidays.national().withYear(file.notice(), file.days());
    assertThat(more.isPublished(2027)).isTrue();
    assertThat(more.isWorkday(LocalDate.of(2027, 1, 31))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {2021, 2022, 2023, 2024, 2025, 2026})
  void acceptsEveryShippedYear(int year) {
    String lines =
        resource("/io/onewindow/calendar/cn-workdays.csv")
            .lines()
            .filter(line -> isOf(line, year))
            .collect(Collectors.joining("\n"));
    assertThat(read(lines).notice().year()).isEqualTo(year);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2027-10-04,holiday,国庆节\\n | '' | 第 30 行 date 栏：国庆节假期不连续：2027-10-03 与 2027-10-05 之间有缺漏",
        "2027-10-04,holiday | 2027-10-40,holiday | 第 30 行 date 栏：日期“2027-10-40”写法不对或不存在，应如 2026-10-01",
        "2027-01-01,holiday | 2027-01-09,workday | 第 1 行：2027-01-01 是法定节日，应列为 holiday（放假），文件没有列出",
        "2027-10-03,holiday | 2027-10-03,workday | 第 29 行 type 栏：2027-10-03 是法定节日，应列为 holiday（放假）",
        "2027-01-02,holiday | 2028-01-02,holiday | 第 3 行 date 栏：2028-01-02 没有对应年份的放假通知",
        "2027-01-31,workday | 2027-02-01,workday | 第 5 行 type 栏：2027-02-01 本来就是工作日，不能列为调休上班",
        "2027-06-09,holiday | 2027-06-09,rest | 第 24 行 type 栏：类型“rest”无法识别，应为 holiday（放假）或 workday（调休上班）",
        "2027-02-06,holiday | 2027-02-05,holiday | 第 7 行 date 栏：2027-02-05 重复列出"
      })
  void refusesWhatATypingErrorBreaks(String right, String wrong, String message) {
    String text = fictitious.replace(right.replace("\\n", "\n"), wrong);
    assertThat(text).isNotEqualTo(fictitious);
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(CalendarFileException.class)
        .hasMessage(message);
  }

  @Test
  void onlyRemarksOnWhatTheSunOrTheMoonSets() {
    String text = fictitious.replace("2027-06-09,holiday,端午节\n", "");
    assertThat(read(text).remarks()).containsExactly("2027-06-09 依法应为端午节放假，文件未列，请核对通知原文");
  }

  @Test
  void refusesAFileWithoutDays() {
    assertThatThrownBy(() -> read("date,type,name\n")).hasMessage("第 1 行：文件没有列出任何一天");
    assertThatThrownBy(() -> CalendarFileKind.of("日期,类型\n"))
        .hasMessageStartingWith("第 1 行：表头应为下列之一：date,type,name（全国放假安排）");
  }

  private static boolean isOf(String line, int year) {
    return line.startsWith("date")
        || (line.startsWith(year + "-") && !line.equals("2022-12-31,holiday,元旦"))
        || (year == 2023 && line.equals("2022-12-31,holiday,元旦"));
  }

  private static YearFile read(String text) {
    return YearFile.read(
        text, year -> new Notice(year, "虚构〔2026〕0号", "虚构的通知", "https://example.org/", null));
  }

  private static String resource(String name) {
    try (var in = YearFileTest.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
