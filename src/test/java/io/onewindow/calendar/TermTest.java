package io.onewindow.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TermTest {

  @ParameterizedTest
  @CsvSource({
    "3 WORKING_DAY,3个工作日",
    "4 OFFICE_HOUR,4小时",
    "20 OFFICE_MINUTE,20分钟",
    "7 CALENDAR_DAY,7日",
    "3 MONTH,3个月",
    "1 NEXT_DAY,次日",
    "0 IMMEDIATE,即时",
    "930 FIXED_DATE,每年9月30日",
    "10 FIXED_DATE,每月10日",
    "30 DAYS_BEFORE,30日前"
  })
  void isReadWrittenAndWordedAsInThePlans(String text, String chinese) {
    Term term = Term.parse(text);
    assertThat(term).hasToString(text);
    assertThat(term.chinese()).isEqualTo(chinese);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "3",
        "WORKING_DAY 3",
        "3 DAY",
        "-1 WORKING_DAY",
        "0 WORKING_DAY",
        "1 IMMEDIATE",
        "2 NEXT_DAY",
        "32 FIXED_DATE",
        "1131 FIXED_DATE",
        "1301 FIXED_DATE",
        "99999999999 MONTH"
      })
  void refusesWhatIsNoTerm(String text) {
    assertThatThrownBy(() -> Term.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("期限");
  }

  @Test
  void takesTheLastDayOfAMonthThatIsTooShort() {
    Term term = Term.parse("31 FIXED_DATE");
    assertThat(term.fixedDateFrom(LocalDate.of(2027, 2, 1))).isEqualTo("2027-02-28");
    assertThat(Term.parse("229 FIXED_DATE").fixedDateFrom(LocalDate.of(2027, 2, 1)))
        .isEqualTo("2027-02-28");
  }

  @Test
  void namesEveryUnitInChinese() {
    assertThat(LimitUnit.values())
        .extracting(LimitUnit::chinese)
        .containsExactly("工作日", "日", "小时", "分钟", "个月", "次日", "即时", "每年固定日期", "日前");
  }
}
