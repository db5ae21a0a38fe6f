package io.onewindow.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicHolidaysTest {

  private static final String NOTICES =
      "year,number,title,url,published\n2026,国办发明电〔2025〕7号,通知,https://www.gov.cn/,2025-11-04\n";

  private final PublicHolidays national = PublicHolidays.national();

  @ParameterizedTest
  @CsvSource({"2021,250", "2022,249", "2023,249", "2024,251", "2025,248", "2026,248"})
  void hasAsManyWorkdaysAsTheNoticesLeave(int year, int workdays) {
    assertThat(days(year).filter(national::isWorkday)).hasSize(workdays);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2021-02-07",
        "2022-10-09",
        "2023-06-25",
        "2024-10-12",
        "2025-09-28",
        "2026-02-14"
      })
  void worksOnMakeUpDays(LocalDate weekend) {
    assertThat(national.isWorkday(weekend)).isTrue();
    assertThat(NamedDay.isWeekend(weekend)).isTrue();
  }

  @Test
  void knowsTheNoticeOfEveryPublishedYear() {
    assertThat(national.publishedYears()).containsExactly(2021, 2022, 2023, 2024, 2025, 2026);
    assertThat(national.notice(2026).orElseThrow().citation())
        .isEqualTo("国办发明电〔2025〕7号《国务院办公厅关于2026年部分节假日安排的通知》");
    assertThat(national.notice(2027)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2027-01-01,元旦",
    "2027-02-05,春节",
    "2027-02-08,春节",
    "2027-04-05,清明节",
    "2028-04-04,清明节",
    "2027-05-01,劳动节",
    "2027-05-02,劳动节",
    "2028-05-28,端午节",
    "2029-09-22,中秋节",
    "2030-02-05,春节",
    "2031-10-01,国庆节、中秋节"
  })
  void givesOffWhatTheLawFixesInYearsWithoutNotice(LocalDate date, String name) {
    assertThat(national.isWorkday(date)).isFalse();
    assertThat(national.named(date)).contains(NamedDay.holiday(date, name));
  }

  @Test
  void guessesNoExchangeOfDaysInYearsWithoutNotice() {
    assertThat(days(2027).filter(national::isWorkday)).noneMatch(NamedDay::isWeekend);
    assertThat(national.isWorkday(LocalDate.of(2027, 10, 4))).isTrue();
    assertThat(national.isWorkday(LocalDate.of(2027, 2, 9))).isTrue();
  }

  @Test
  void takesUpANewYearWithItsNotice() {
    Notice notice = new Notice(2027, "国办发明电〔2026〕1号", "通知", "https://www.gov.cn/", null);
    PublicHolidays more =
        national.withYear(
            notice, days("2026-12-31,holiday,元旦\n2027-01-01,holiday,元旦\n2027-01-03,workday,元旦"));
    assertThat(more.isPublished(2027)).isTrue();
    assertThat(national.isPublished(2027)).isFalse();
    assertThat(more.isWorkday(LocalDate.of(2027, 1, 3))).isTrue();
    assertThat(more.isWorkday(LocalDate.of(2026, 12, 31))).isFalse();
    assertThat(more.years()).isEqualTo(new CoveredYears(2021, 2032));
  }

  @Test
  void replacesAPublishedYearAsAWhole() {
    Notice notice = national.notice(2026).orElseThrow();
    PublicHolidays changed = national.withYear(notice, days("2026-01-01,holiday,元旦"));
    assertThat(changed.isWorkday(LocalDate.of(2026, 10, 1))).isTrue();
    assertThat(changed.isWorkday(LocalDate.of(2025, 10, 1))).isFalse();
  }

  @Test
  void keepsANoticesDaysOfTheDecemberBeforeWhenThatYearIsReplaced() {
    Notice of2022 = national.notice(2022).orElseThrow();
    PublicHolidays changed = national.withYear(of2022, days("2022-10-01,holiday,国庆节"));
    assertThat(changed.named(LocalDate.of(2022, 12, 31))).isPresent();
    Notice of2023 = national.notice(2023).orElseThrow();
    changed = national.withYear(of2023, days("2023-01-01,holiday,元旦"));
    assertThat(changed.named(LocalDate.of(2022, 12, 31))).isEmpty();
  }

  @Test
  void removesADecemberDayWithTheNoticeThatNamedItWhateverItsName() {
    String december = "2026-12-26,workday,春节\n2026-12-31,holiday,春节\n2027-01-01,holiday,元旦";
    PublicHolidays loaded = national.withYear(notice(2027), days(december));
    assertThat(loaded.isWorkday(LocalDate.of(2026, 12, 26))).isTrue();
    assertThat(loaded.isWorkday(LocalDate.of(2026, 12, 31))).isFalse();
    PublicHolidays corrected = loaded.withYear(notice(2027), days("2027-01-01,holiday,元旦"));
    assertThat(corrected.isWorkday(LocalDate.of(2026, 12, 26))).isFalse();
    assertThat(corrected.isWorkday(LocalDate.of(2026, 12, 31))).isTrue();
  }

  @Test
  void keepsADecemberDayOfNewYearThatTheYearsOwnNoticeNamed() {
    PublicHolidays loaded =
        national.withYear(notice(2026), days("2026-01-01,holiday,元旦\n2026-12-31,holiday,元旦"));
    PublicHolidays more = loaded.withYear(notice(2027), days("2027-01-01,holiday,元旦"));
    assertThat(more.isWorkday(LocalDate.of(2026, 12, 31))).isFalse();
  }

  @Test
  void takesUpWhatANoticeHadOverriddenWhenThatNoticeNoLongerNamesTheDay() {
    PublicHolidays both =
        national
            .withYear(notice(2026), days("2026-01-01,holiday,元旦\n2026-12-30,holiday,庆典"))
            .withYear(notice(2027), days("2027-01-01,holiday,元旦\n2026-12-30,holiday,元旦"));
    LocalDate day = LocalDate.of(2026, 12, 30);
    assertThat(both.named(day)).contains(NamedDay.holiday(day, "元旦"));
    assertThat(both.withYear(notice(2027), days("2027-01-01,holiday,元旦")).named(day))
        .contains(NamedDay.holiday(day, "庆典"));
  }

  /** Each day is what the notice of the latest year that names it says in its latest version. */
  @Test
  void restsOnTheLatestVersionOfEachNoticeInWhateverOrderTheyCame() {
    SplittableRandom random = new SplittableRandom(20261231);
    for (int i = 0; i < 300; i++) {
      PublicHolidays loaded = national;
      Map<Integer, Map<LocalDate, NamedDay>> latest = new TreeMap<>();
      for (int load = 0; load < 6; load++) {
        int year = 2027 + random.nextInt(3);
        Map<LocalDate, NamedDay> named = named(year, random);
        loaded = loaded.withYear(notice(year), named.values());
        latest.put(year, named);
      }
      for (LocalDate day = LocalDate.of(2026, 12, 1); day.getYear() < 2030; day = day.plusDays(1)) {
        NamedDay expected = null;
        for (Map<LocalDate, NamedDay> ofYear : latest.values()) {
          expected = ofYear.getOrDefault(day, expected);
        }
        if (expected != null || day.getYear() == 2026) {
          assertThat(loaded.named(day).orElse(null))
              .as("%s of %s", day, latest)
              .isEqualTo(expected);
        }
      }
    }
  }

  private static Map<LocalDate, NamedDay> named(int year, SplittableRandom random) {
    Map<LocalDate, NamedDay> named = new HashMap<>();
    for (int day = 0; day < 12; day++) {
      LocalDate first = LocalDate.of(year - 1, 12, 1);
      LocalDate date = first.plusDays(random.nextInt(day < 8 ? 31 : 396));
      named.put(date, NamedDay.holiday(date, random.nextBoolean() ? "元旦" : "第" + day + "个节"));
    }
    return named;
  }

  private static Notice notice(int year) {
    return new Notice(year, "虚构〔" + year + "〕0号", "虚构的通知", "https://example.org/", null);
  }

  @Test
  void readsFilesSavedByASpreadsheet() {
    PublicHolidays read =
        PublicHolidays.read(
            new StringReader("\uFEFFdate,type,name\r\n\r\n2026-10-01, holiday ,国庆节\r\n"),
            new StringReader(NOTICES));
    assertThat(read.isWorkday(LocalDate.of(2026, 10, 1))).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-10-01,holiday,国庆节;2026-10-01,workday,国庆节 | 3 | type | 2026-10-01 本来就是工作日，不能列为调休上班",
        "2026-10-03,holiday,国庆节;2026-10-03,holiday,国庆节 | 3 | date | 2026-10-03 重复列出",
        "2026-10-03,holiday,国庆节;2026-10-03,workday,国庆节 | 3 | date | 2026-10-03 重复列出",
        "2026-10-08,workday,国庆节 | 2 | type | 2026-10-08 本来就是工作日，不能列为调休上班",
        "2026-10-01,rest,国庆节 | 2 | type | 类型“rest”无法识别，应为 holiday（放假）或 workday（调休上班）",
        "2026/10/1,holiday,国庆节 | 2 | date | 日期“2026/10/1”写法不对或不存在，应如 2026-10-01",
        "2026-02-29,holiday,春节 | 2 | date | 日期“2026-02-29”写法不对或不存在，应如 2026-10-01",
        "2026-10-01,holiday | 2 | - | 应有 3 列，实有 2 列",
        "2026-10-01,holiday, | 2 | name | 缺少节日名称",
        "2026-10-01,holiday,国庆节;2027-01-01,holiday,元旦 | 3 | date | 2027-01-01 没有对应年份的放假通知",
        "2025-12-31,holiday,元旦 | 1 | - | 2026 年有放假通知，却没有列出任何一天",
      })
  void refusesAWrongLineAndNamesIt(String lines, int line, String field, String reason) {
    assertThatThrownBy(
            () -> PublicHolidays.read(days(lines.replace(';', '\n')), new StringReader(NOTICES)))
        .isInstanceOfSatisfying(
            CalendarFileException.class, refused -> assertThat(refused.line()).isEqualTo(line))
        .hasMessage(
            "第 " + line + " 行" + (field.equals("-") ? "" : " " + field + " 栏") + "：" + reason);
  }

  @Test
  void refusesAForeignHeaderAndWrongNotices() {
    assertThatThrownBy(
            () -> PublicHolidays.read(new StringReader("日期,类型\n"), new StringReader(NOTICES)))
        .hasMessage("第 1 行：表头应为 date,type,name");
    String twice = NOTICES + NOTICES.lines().skip(1).findFirst().orElseThrow();
    for (String notices : List.of(twice, NOTICES.replace("2026,", "二〇二六,"))) {
      assertThatThrownBy(
              () -> PublicHolidays.read(days("2026-10-01,holiday,国庆节"), new StringReader(notices)))
          .isInstanceOf(CalendarFileException.class);
    }
  }

  private static StringReader days(String lines) {
    return new StringReader("date,type,name\n" + lines);
  }

  private static Stream<LocalDate> days(int year) {
    return LocalDate.of(year, 1, 1).datesUntil(LocalDate.of(year + 1, 1, 1));
  }
}
