package io.onewindow.calendar;

import static io.onewindow.calendar.Beijing.at;
import static io.onewindow.calendar.Beijing.wall;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalDaysTest {

  private static final String NUMBER = "宁政办字〔2026〕99号";

  private final WorkCalendar national =
      new WorkCalendar(PublicHolidays.national(), OfficeHours.standard());

  @Test
  void countsOverAClosedDayAndOnAnOpenWeekend() {
    WorkCalendar hall = hall("2026-11-23,closed,防汛应急\n2026-11-28,open,周六服务日\n");
    Deadline deadline = hall.deadline(at("2026-11-20 10:00"), Term.parse("5 WORKING_DAY"));
    assertThat(wall(deadline.due())).isEqualTo("2026-11-28 17:30");
    assertThat(national.deadline(at("2026-11-20 10:00"), Term.parse("5 WORKING_DAY")).due())
        .isEqualTo(at("2026-11-27 17:30"));
    assertThat(deadline.provisional()).isFalse();
  }

  @Test
  void namesTheLocalNoticeInTheExplanationAndTheSources() {
    WorkCalendar hall = hall("2026-11-23,closed,防汛应急\n2026-11-28,open,周六服务日\n");
    Deadline deadline = hall.deadline(at("2026-11-20 10:00"), Term.parse("5 WORKING_DAY"));
    List<String> told = deadline.explanation().stream().map(CountedDay::why).toList();
    assertThat(told)
        .containsExactly(
            "受理当日不计入",
            "星期六",
            "星期日",
            "防汛应急，停止办公（宁政办字〔2026〕99号）",
            "第 1 个工作日",
            "第 2 个工作日",
            "第 3 个工作日",
            "第 4 个工作日",
            "周六服务日，照常办公（宁政办字〔2026〕99号），第 5 个工作日");
    assertThat(deadline.sources()).contains(NUMBER);
    assertThat(hall.deadline(at("2026-11-30 10:00"), Term.parse("1 WORKING_DAY")).sources())
        .doesNotContain(NUMBER);
  }

  @Test
  void countsOfficeTimeOnlyWhileTheHallIsOpen() {
    WorkCalendar hall = hall("2026-11-23,closed,防汛应急\n");
    assertThat(wall(hall.nextOpening(at("2026-11-20 17:30")))).isEqualTo("2026-11-24 09:00");
    assertThat(wall(hall.deadline(at("2026-11-20 16:30"), Term.parse("2 OFFICE_HOUR")).due()))
        .isEqualTo("2026-11-24 10:00");
    assertThat(hall.sessions(LocalDate.of(2026, 11, 23))).isEmpty();
  }

  @Test
  void isCertainOfItsOwnDaysInAYearThatIsNotPublished() {
    WorkCalendar hall = hall("2027-03-01,closed,机关搬迁\n");
    LocalDate day = LocalDate.of(2027, 3, 1);
    assertThat(hall.why(day)).isEqualTo("机关搬迁，停止办公（宁政办字〔2026〕99号）");
    assertThat(hall.why(day.plusDays(1))).contains("日历未公布");
    assertThat(hall.isProvisional(day)).isTrue();
  }

  @Test
  void letsALaterNoticeTakeBackAnEarlierOne() {
    WorkCalendar closed = hall("2026-11-23,closed,防汛应急\n");
    List<LocalDay> back =
        LocalDays.read(
            "date,type,reason\n2026-11-23,open,应急解除\n", "宁政办字〔2026〕100号", LocalDate.MIN, closed);
    assertThat(back.get(0).words()).isEqualTo("应急解除，照常办公（宁政办字〔2026〕100号）");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-11-23,open,加班 | 第 2 行 type 栏：2026-11-23 本来就是工作日，不能列为 open（工作日）",
        "2026-10-10,open,加班 | 第 2 行 type 栏：2026-10-10 本来就是工作日，不能列为 open（调休上班（国庆节））",
        "2026-11-22,closed,停电 | 第 2 行 type 栏：2026-11-22 本来就休息，不能列为 closed（星期日）",
        "2026-10-01,closed,停电 | 第 2 行 type 栏：2026-10-01 本来就休息，不能列为 closed（国庆节放假）",
        "2026-11-23,closed,停电;2026-11-23,closed,停电 | 第 3 行 date 栏：2026-11-23 重复列出",
        "2026-11-23,shut,停电 | 第 2 行 type 栏：类型“shut”无法识别，应为 closed（停止办公）或 open（照常办公）",
        "2026-11-23,closed, | 第 2 行 reason 栏：缺少事由",
        "2026-01-05,closed,停电 | 第 2 行 date 栏：2026-01-05 早于通知的施行日期 2026-03-01",
        "2040-01-05,closed,停电 | 第 2 行 date 栏：2040-01-05 不在日历范围内（2021 年至 2031 年）",
        "'' | 第 1 行：文件没有列出任何一天"
      })
  void refusesADayThatMakesNoSenseAndNamesItsLine(String lines, String message) {
    String text = "date,type,reason\n" + lines.replace(';', '\n');
    assertThatThrownBy(() -> LocalDays.read(text, NUMBER, LocalDate.of(2026, 3, 1), national))
        .isInstanceOf(CalendarFileException.class)
        .hasMessage(message);
  }

  private WorkCalendar hall(String lines) {
    List<LocalDay> days =
        LocalDays.read("date,type,reason\n" + lines, NUMBER, LocalDate.MIN, national);
    return new WorkCalendar(PublicHolidays.national(), OfficeHours.standard(), LocalDays.of(days));
  }
}
