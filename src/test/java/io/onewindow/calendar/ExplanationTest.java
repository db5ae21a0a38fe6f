package io.onewindow.calendar;

import static io.onewindow.calendar.Beijing.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExplanationTest {

  private final WorkCalendar calendar =
      new WorkCalendar(PublicHolidays.national(), OfficeHours.standard());

  @Test
  void tellsWorkingDaysHolidaysAndMakeUpDays() {
    assertThat(told("2026-09-30 10:00", "3 WORKING_DAY"))
        .containsExactly(
            "2026-09-30 - 受理当日不计入",
            "2026-10-01 - 国庆节放假",
            "2026-10-02 - 国庆节放假",
            "2026-10-03 - 国庆节放假",
            "2026-10-04 - 国庆节放假",
            "2026-10-05 - 国庆节放假",
            "2026-10-06 - 国庆节放假",
            "2026-10-07 - 国庆节放假",
            "2026-10-08 + 第 1 个工作日",
            "2026-10-09 + 第 2 个工作日",
            "2026-10-10 + 调休上班，第 3 个工作日");
  }

  @Test
  void tellsAReceiptOutsideOfficeTime() {
    assertThat(told("2026-11-20 18:00", "1 WORKING_DAY"))
        .containsExactly(
            "2026-11-20 - 办公时间外收件，自 2026-11-23 09:00 起算",
            "2026-11-21 - 星期六",
            "2026-11-22 - 星期日",
            "2026-11-23 - 受理当日不计入",
            "2026-11-24 + 第 1 个工作日");
    assertThat(told("2026-11-23 12:30", "1 WORKING_DAY"))
        .containsExactly(
            "2026-11-23 - 办公时间外收件，自 2026-11-23 13:30 起算，受理当日不计入", "2026-11-24 + 第 1 个工作日");
  }

  @Test
  void tellsCalendarDaysThatMoveOn() {
    assertThat(told("2026-11-19 10:00", "3 CALENDAR_DAY"))
        .containsExactly(
            "2026-11-19 - 受理当日不计入",
            "2026-11-20 + 第 1 日",
            "2026-11-21 + 第 2 日",
            "2026-11-22 + 第 3 日，遇休息日顺延",
            "2026-11-23 - 顺延至本日届满");
    assertThat(told("2026-11-20 10:00", "1 NEXT_DAY"))
        .containsExactly(
            "2026-11-20 - 受理当日不计入",
            "2026-11-21 + 次日，遇休息日顺延",
            "2026-11-22 - 星期日",
            "2026-11-23 - 顺延至本日届满");
  }

  @Test
  void tellsWhenAMonthIsFull() {
    List<String> told = told("2026-08-31 10:00", "1 MONTH");
    assertThat(told).hasSize(31);
    assertThat(told.get(1)).isEqualTo("2026-09-01 + 计入期间");
    assertThat(told.get(30)).isEqualTo("2026-09-30 + 满 1 个月");
  }

  @Test
  void tellsHoursSessionBySession() {
    assertThat(told("2026-09-30 16:00", "6 OFFICE_HOUR").get(0))
        .isEqualTo("2026-09-30 + 计 1 小时 30 分钟（16:00–17:30）");
    assertThat(told("2026-09-18 11:00", "7 OFFICE_HOUR"))
        .containsExactly(
            "2026-09-18 + 计 5 小时（11:00–12:00、13:30–17:30）",
            "2026-09-19 - 星期六",
            "2026-09-20 + 调休上班，计 2 小时（09:00–11:00）");
    assertThat(told("2026-09-19 11:00", "20 OFFICE_MINUTE"))
        .containsExactly(
            "2026-09-19 - 办公时间外收件，自 2026-09-20 09:00 起算", "2026-09-20 + 调休上班，计 20 分钟（09:00–09:20）");
  }

  @Test
  void tellsFixedDatesAndWhatIsImmediate() {
    assertThat(told("2026-11-20 10:00", "0 IMMEDIATE")).containsExactly("2026-11-20 + 即时办结");
    assertThat(told("2026-01-09 12:10", "10 FIXED_DATE"))
        .containsExactly(
            "2026-01-09 + 办公时间外收件，自 2026-01-09 13:30 起算，每月10日之前",
            "2026-01-10 + 每月10日，遇休息日顺延",
            "2026-01-11 - 星期日",
            "2026-01-12 - 顺延至本日届满");
  }

  @Test
  void tellsWhichDateRolledOnToADayThatWasReceivedAfterIt() {
    assertThat(told("2026-01-10 10:00", "10 FIXED_DATE"))
        .containsExactly(
            "2026-01-10 - 办公时间外收件，自 2026-01-12 09:00 起算",
            "2026-01-11 - 星期日",
            "2026-01-12 - 每月10日（2026-01-10）遇休息日，顺延至本日届满");
    assertThat(told("2026-01-12 10:00", "10 FIXED_DATE"))
        .containsExactly("2026-01-12 - 每月10日（2026-01-10）遇休息日，顺延至本日届满");
  }

  @Test
  void tellsDaysBeforeAnEvent() {
    assertThat(told("2026-11-24 08:00", "3 DAYS_BEFORE"))
        .containsExactly(
            "2026-11-20 - 提前至本日届满",
            "2026-11-21 + 提前第 3 日，遇休息日提前",
            "2026-11-22 + 提前第 2 日",
            "2026-11-23 + 提前第 1 日",
            "2026-11-24 - 事件当日不计入");
  }

  @Test
  void marksEveryEstimatedDay() {
    assertThat(told("2026-12-31 10:00", "1 WORKING_DAY"))
        .containsExactly(
            "2026-12-31 - 受理当日不计入",
            "2027-01-01 - 元旦放假（日历未公布，暂按法定节日估算）",
            "2027-01-02 - 星期六（日历未公布，暂按周一至周五估算）",
            "2027-01-03 - 星期日（日历未公布，暂按周一至周五估算）",
            "2027-01-04 + 第 1 个工作日（日历未公布，暂按周一至周五估算）");
  }

  @Test
  void saysWhatKindOfDayADayIs() {
    assertThat(calendar.why(LocalDate.of(2026, 11, 20))).isEqualTo("工作日");
    assertThat(calendar.why(LocalDate.of(2026, 11, 21))).isEqualTo("星期六");
    assertThat(calendar.why(LocalDate.of(2026, 10, 4))).isEqualTo("国庆节放假");
    assertThat(calendar.why(LocalDate.of(2026, 9, 20))).isEqualTo("调休上班（国庆节）");
    assertThat(calendar.why(LocalDate.of(2027, 3, 1))).isEqualTo("工作日（日历未公布，暂按周一至周五估算）");
  }

  @Test
  void namesNoticesAndArticles() {
    assertThat(deadline("2025-12-31 10:00", "2 WORKING_DAY").sources())
        .containsExactly(
            "国办发明电〔2024〕12号《国务院办公厅关于2025年部分节假日安排的通知》",
            "国办发明电〔2025〕7号《国务院办公厅关于2026年部分节假日安排的通知》",
            "《中华人民共和国行政许可法》第八十二条",
            "《中华人民共和国民法典》第二百零一条",
            "《中华人民共和国民法典》第二百零三条");
    assertThat(deadline("2026-12-31 10:00", "2 MONTH").sources())
        .contains("《全国年节及纪念日放假办法》第二条", "《中华人民共和国民法典》第二百零二条");
  }

  @Test
  void cannotBeChanged() {
    Deadline deadline = deadline("2026-11-20 10:00", "1 WORKING_DAY");
    assertThatThrownBy(() -> deadline.explanation().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  private Deadline deadline(String from, String term) {
    return calendar.deadline(at(from), Term.parse(term));
  }

  private List<String> told(String from, String term) {
    return deadline(from, term).explanation().stream()
        .map(day -> day.date() + (day.counted() ? " + " : " - ") + day.why())
        .toList();
  }
}
