package io.onewindow.promise;

import static org.assertj.core.api.Assertions.assertThat;

import io.onewindow.face.Answer;
import io.onewindow.face.Face;
import io.onewindow.face.FaceTest;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@FaceTest
class DeadlinesApiIT {

  @Autowired private Face face;

  @ParameterizedTest
  @CsvSource({
    // promise id, from, due
    "NY21-006, 2026-09-30T16:45, 2026-10-08T10:15:00+08:00",
    "NY21-006, 2026-09-15T10:30, 2026-09-15T14:00:00+08:00",
    "NY21-003, 2026-09-30T16:00, 2026-10-08T11:30:00+08:00",
    "LC22-005, 2026-09-15T11:50, 2026-09-15T13:40:00+08:00",
    "LC22-056, 2026-09-30T16:00, 2026-10-21T17:30:00+08:00",
    "LC22-055, 2026-09-30T16:00, 2026-10-08T17:30:00+08:00",
    "SX21-042, 2026-09-15T10:00, 2026-09-15T10:00:00+08:00",
    "HK21-007, 2026-09-15T10:00, 2026-10-08T17:30:00+08:00"
  })
  void countsAPromiseByItsId(String promise, String from, String due) {
    assertThat(ask("limit=" + promise + "&from=" + from).text("/due")).isEqualTo(due);
  }

  @ParameterizedTest
  @CsvSource({
    "3, WORKING_DAY, 2026-09-30T16:00, 2026-10-10T17:30:00+08:00",
    "7, CALENDAR_DAY, 2026-09-24T10:00, 2026-10-08T17:30:00+08:00",
    "3, MONTH, 2026-09-15T10:00, 2026-12-15T17:30:00+08:00",
    "2, OFFICE_HOUR, 2026-10-09T17:00, 2026-10-10T10:30:00+08:00",
    "20, OFFICE_MINUTE, 2026-10-09T17:20, 2026-10-10T09:10:00+08:00",
    "0, IMMEDIATE, 2026-10-03T10:00, 2026-10-08T09:00:00+08:00",
    "3, DAYS_BEFORE, 2026-10-09T10:00, 2026-09-30T17:30:00+08:00"
  })
  void countsAnyTerm(int value, String unit, String from, String due) {
    Answer answer = ask("value=" + value + "&unit=" + unit + "&from=" + from);
    assertThat(answer.text("/due")).isEqualTo(due);
    assertThat(answer.json().path("provisional").asBoolean()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-09-30T16:00",
    "2026-09-30T16:00:00",
    "2026-09-30T16:00:00%2B08:00",
    "2026-09-30T16:00:00+08:00",
    "2026-09-30T08:00:00Z",
    "2026-09-30T04:00:00-04:00",
    "2026-09-30"
  })
  void takesADateALocalTimeOrOneWithAnOffset(String from) {
    assertThat(ask("value=1&unit=WORKING_DAY&from=" + from).text("/due"))
        .isEqualTo("2026-10-08T17:30:00+08:00");
  }

  @Test
  void tellsTheNationalDayHolidayDayByDay() {
    Answer answer = ask("value=3&unit=WORKING_DAY&from=2026-09-30T16:00");
    assertThat(answer.text("/effectiveFrom")).isEqualTo("2026-09-30T16:00:00+08:00");
    List<String> told =
        StreamSupport.stream(answer.json().path("explanation").spliterator(), false)
            .map(
                day ->
                    day.path("date").asText().substring(5)
                        + (day.path("counted").asBoolean() ? " + " : " - ")
                        + day.path("why").asText())
            .toList();
    assertThat(told)
        .containsExactly(
            "09-30 - 受理当日不计入",
            "10-01 - 国庆节放假",
            "10-02 - 国庆节放假",
            "10-03 - 国庆节放假",
            "10-04 - 国庆节放假",
            "10-05 - 国庆节放假",
            "10-06 - 国庆节放假",
            "10-07 - 国庆节放假",
            "10-08 + 第 1 个工作日",
            "10-09 + 第 2 个工作日",
            "10-10 + 调休上班，第 3 个工作日");
    assertThat(answer.json().path("sources").toString()).contains("国办发明电〔2025〕7号");
  }

  @Test
  void namesThePromiseFirstAmongItsSources() {
    assertThat(ask("limit=NY21-003&from=2026-09-15T10:00").text("/sources/0"))
        .startsWith("宁政发〔2021〕8号 附件·开办企业1：“");
    assertThat(ask("limit=LC21-120&from=2026-09-15T10:00").text("/sources/1"))
        .startsWith("承诺台账的计法：自然小时：原文指昼夜连续的24小时");
  }

  @Test
  void marksAYearWithoutAPublishedCalendar() {
    Answer answer = ask("value=20&unit=WORKING_DAY&from=2026-12-21T10:00");
    assertThat(answer.json().path("provisional").asBoolean()).isTrue();
    assertThat(answer.text("/due")).startsWith("2027-01-");
  }

  @ParameterizedTest
  @CsvSource({
    "from=2026-09-30&limit=NY21-003, 400, parameter-missing, jurisdiction",
    "jurisdiction=ningyang&limit=NY21-003, 400, parameter-missing, from",
    "jurisdiction=ningyang&from=2026-09-30, 400, parameter-missing, limit",
    "jurisdiction=ningyang&from=2026-09-30&value=3, 400, parameter-missing, unit",
    "jurisdiction=ningyang&from=2026-09-30&unit=MONTH, 400, parameter-missing, value",
    "jurisdiction=atlantis&from=2026-09-30&limit=NY21-003, 400, unknown-jurisdiction, atlantis",
    "jurisdiction=ningyang&from=2026-02-30&limit=NY21-003, 400, from-malformed, from",
    "jurisdiction=ningyang&from=30.9.2026&limit=NY21-003, 400, from-malformed, from",
    "jurisdiction=ningyang&from=&limit=NY21-003, 400, from-malformed, from",
    "jurisdiction=ningyang&from=2026-09-30T25:00&limit=NY21-003, 400, from-malformed, from",
    "jurisdiction=ningyang&from=2020-12-31&limit=NY21-003, 400, outside-calendar, 2021",
    "jurisdiction=ningyang&from=1970-01-01&limit=NY21-003, 400, outside-calendar, 2021",
    "jurisdiction=ningyang&from=2099-01-01&limit=NY21-003, 400, outside-calendar, 2031",
    "jurisdiction=ningyang&from=2031-12-30&value=9&unit=WORKING_DAY, 400, outside-calendar, 2031",
    "jurisdiction=ningyang&from=2026-09-30&limit=XX99-999, 404, unknown-promise, XX99-999",
    "jurisdiction=ningyang&from=2026-09-30&value=4&unit=FORTNIGHT, 400, unknown-unit, WORKING_DAY",
    "jurisdiction=ningyang&from=2026-09-30&value=0&unit=WORKING_DAY, 400, term-refused, 工作日",
    "jurisdiction=ningyang&from=2026-09-30&value=-4&unit=OFFICE_HOUR, 400, term-refused, 小时",
    "jurisdiction=ningyang&from=2026-09-30&value=four&unit=MONTH, 400, value-malformed, value",
    "jurisdiction=ningyang&from=2026-09-30&value=99999999999&unit=MONTH, 400, value-malformed, value"
  })
  void saysWhichParameterIsWrong(String query, int status, String code, String named) {
    Answer answer = face.get(null, "/api/v1/deadlines?" + query);
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.contentType()).isEqualTo("application/problem+json");
    assertThat(answer.code()).isEqualTo(code);
    assertThat(answer.text("/detail")).contains(named).containsPattern("\\p{IsHan}");
  }

  @ParameterizedTest
  @CsvSource({
    "WORKING_DAY",
    "CALENDAR_DAY",
    "OFFICE_HOUR",
    "OFFICE_MINUTE",
    "MONTH",
    "DAYS_BEFORE"
  })
  void refusesATermThatNoCalendarReaches(String unit) {
    Answer answer =
        face.get(
            null,
            "/api/v1/deadlines?jurisdiction=hekou&from=2026-09-30&value=2147483647&unit=" + unit);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("outside-calendar");
  }

  private Answer ask(String query) {
    Answer answer = face.get(null, "/api/v1/deadlines?jurisdiction=ningyang&" + query);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    return answer;
  }
}
