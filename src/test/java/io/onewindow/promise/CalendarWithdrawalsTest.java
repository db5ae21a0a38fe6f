package io.onewindow.promise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onewindow.database.OnBothDatabases;
import io.onewindow.problem.Problem;
import io.onewindow.promise.CalendarWithdrawals.Asked;
import io.onewindow.story.Hall;
import io.onewindow.story.StoryTest;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Ningyang takes its own notices back; today is 23 November 2026. */
@StoryTest
@OnBothDatabases
class CalendarWithdrawalsTest {

  private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);
  private static final LocalDate TUESDAY = LocalDate.of(2026, 11, 24);
  private static final String CLOSED =
      "date,type,reason\n2026-11-20,closed,停电\n2026-11-24,closed,停电\n";
  private static final String SUMMER =
      "from,weekday,sessions\n2026-06-01,usual,08:30-12:00 14:30-18:00\n";

  @Autowired private CalendarWithdrawals withdrawals;
  @Autowired private CalendarNotices notices;
  @Autowired private CalendarViews views;
  @Autowired private CalendarStore store;
  @Autowired private HallCalendars calendars;
  @Autowired private Redating redating;
  @Autowired private Hall hall;
  @Autowired private JdbcClient jdbc;

  @BeforeEach
  void itIsNovember() {
    hall.itIs("2026-11-23T10:00");
  }

  @AfterEach
  void nothingIsLoaded() {
    hall.closes();
    for (String table :
        List.of(
            "ow_redating_line",
            "ow_redating",
            "ow_calendar_withdrawal",
            "ow_calendar_day",
            "ow_calendar_season",
            "ow_calendar_notice")) {
      jdbc.sql("delete from " + table).update();
    }
    jdbc.sql("update ow_calendar_version set version = version + 100").update();
  }

  @Test
  void opensTheHallFromTodayOnAndLeavesThePastAsItWas() {
    String id = loaded(CLOSED);
    CalendarOutcome outcome = withdrawals.withdraw(asked(id, null, " 供电提前恢复 "), "admin");
    assertThat(outcome.kind()).isEqualTo("本地办公日调整");
    assertThat(outcome.jurisdictions()).containsExactly("ningyang");
    assertThat(outcome.changes())
        .containsExactly(new CalendarChange(TUESDAY, true, "停电，停止办公（宁〔2026〕7号）", "工作日"));
    assertThat(isWorkday(TUESDAY)).isTrue();
    assertThat(isWorkday(FRIDAY)).isFalse();
  }

  @Test
  void keepsWhoWithdrewItWhenAndWhy() {
    String id = loaded(CLOSED);
    withdrawals.withdraw(asked(id, FRIDAY, "误录"), "admin");
    var row = jdbc.sql("select * from ow_calendar_withdrawal").query().singleRow();
    assertThat(row.get("notice_id")).isEqualTo(id);
    assertThat(row.get("withdrawn_by")).isEqualTo("admin");
    assertThat(row.get("reason")).isEqualTo("误录");
    assertThat(row.get("effective_from").toString()).isEqualTo("2026-11-20");
    assertThat(row.get("withdrawn_at")).isNotNull();
    CalendarViews.LocalNotice shown = shown();
    assertThat(shown.withdrawal().effectiveFrom()).isEqualTo(FRIDAY);
    assertThat(shown.withdrawal().reason()).isEqualTo("误录");
    assertThat(jdbc.sql("select count(*) from ow_calendar_day").query(Integer.class).single())
        .isEqualTo(2);
  }

  @Test
  void undoesTheWholeNoticeFromItsFirstDayAndLetsItsNumberBeLoadedAgain() {
    String id = loaded(CLOSED);
    withdrawals.withdraw(asked(id, FRIDAY, "误录"), "admin");
    assertThat(isWorkday(FRIDAY)).isTrue();
    assertThat(store.inForce()).isEmpty();
    loaded("date,type,reason\n2026-11-27,closed,停电\n");
    assertThat(isWorkday(LocalDate.of(2026, 11, 27))).isFalse();
  }

  @Test
  void endsOfficeHoursOnTheDayAndGoesBackToThoseBefore() {
    loadedAs("宁〔2026〕1号", "from,weekday,sessions\n2026-03-01,usual,09:00-12:00 13:00-17:00\n");
    String id = loadedAs("宁〔2026〕2号", SUMMER);
    CalendarOutcome outcome =
        withdrawals.withdraw(asked(id, LocalDate.of(2026, 12, 1), "恢复"), "admin");
    assertThat(outcome.changes())
        .containsExactly(
            new CalendarChange(
                LocalDate.of(2026, 12, 1),
                true,
                "平日 08:30-12:00、14:30-18:00",
                "平日 09:00-12:00、13:00-17:00"));
    assertThat(opens(LocalDate.of(2026, 7, 1))).isEqualTo("08:30-12:00");
    assertThat(opens(LocalDate.of(2026, 11, 30))).isEqualTo("08:30-12:00");
    assertThat(opens(LocalDate.of(2026, 12, 1))).isEqualTo("09:00-12:00");
    assertThat(opens(LocalDate.of(2026, 2, 2))).isEqualTo("09:00-12:00");
  }

  @Test
  void keepsHoursThatALaterNoticeSetAfterTheWithdrawnOne() {
    String id = loadedAs("宁〔2026〕1号", SUMMER);
    loadedAs("宁〔2026〕2号", "from,weekday,sessions\n2026-10-01,usual,10:00-12:00 13:30-17:30\n");
    withdrawals.withdraw(asked(id, LocalDate.of(2026, 5, 1), "误录"), "admin");
    assertThat(opens(LocalDate.of(2026, 7, 1))).isEqualTo("09:00-12:00");
    assertThat(opens(LocalDate.of(2026, 11, 30))).isEqualTo("10:00-12:00");
  }

  @Test
  void previewsWithoutChangingAnything() {
    String id = loaded(CLOSED);
    long version = store.version();
    assertThat(withdrawals.preview(asked(id, null, "误录"), "admin").changes()).hasSize(1);
    assertThat(store.version()).isEqualTo(version);
    assertThat(isWorkday(TUESDAY)).isFalse();
    assertThat(shown().withdrawal()).isNull();
  }

  @Test
  void isFollowedByAPreviewOfWhatWouldMove() {
    String id = loaded(CLOSED);
    withdrawals.withdraw(asked(id, null, "误录"), "admin");
    assertThat(redating.latest(20))
        .filteredOn(run -> run.state() == RedatingRun.State.PREVIEW)
        .singleElement()
        .satisfies(run -> assertThat(run.jurisdictions()).containsExactly("ningyang"));
    assertThat(redating.latest(20)).hasSize(2);
  }

  @Test
  void isSeenByOtherNodes() {
    String id = loaded(CLOSED);
    long version = store.version();
    withdrawals.withdraw(asked(id, null, "误录"), "admin");
    assertThat(store.version()).isEqualTo(version + 1);
  }

  @Test
  void isRefusedTwiceAndForWhatIsOver() {
    String id = loaded(CLOSED);
    assertRefused(
        409,
        "自 2026-11-25 起没有安排任何一天，无可撤回",
        () -> withdrawals.withdraw(asked(id, LocalDate.of(2026, 11, 25), "误录"), "admin"));
    withdrawals.withdraw(asked(id, null, "误录"), "admin");
    assertRefused(
        409,
        "已自 2026-11-23 起撤回，不能再次撤回",
        () -> withdrawals.withdraw(asked(id, FRIDAY, "误录"), "admin"));
  }

  @Test
  void isRefusedForANoticeOfAnotherHallOrOfTheWholeCountry() {
    String id = loaded(CLOSED);
    assertRefused(
        404,
        "本辖区没有这份生效的通知",
        () -> withdrawals.preview(new Asked("hekou", id, null, "误录"), "admin"));
    notices.load(Notices2027.fictitious(), "admin");
    String national = store.inForce().get(1).id();
    assertRefused(
        404, "本辖区没有这份生效的通知", () -> withdrawals.withdraw(asked(national, null, "误录"), "admin"));
  }

  @ParameterizedTest
  @CsvSource(
      value = {"NULL", "''", "'  '"},
      nullValues = "NULL")
  void isRefusedWithoutReason(String reason) {
    String id = loaded(CLOSED);
    assertRefused(400, "撤回理由", () -> withdrawals.withdraw(asked(id, null, reason), "admin"));
    assertRefused(
        400, "撤回理由", () -> withdrawals.withdraw(asked(id, null, "长".repeat(501)), "admin"));
    assertThat(isWorkday(TUESDAY)).isFalse();
  }

  private static void assertRefused(int status, String words, ThrowingCallable deed) {
    assertThatThrownBy(deed)
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.status()).isEqualTo(status))
        .hasMessageContaining(words);
  }

  private static Asked asked(String id, LocalDate from, String reason) {
    return new Asked("ningyang", id, from, reason);
  }

  private String loaded(String csv) {
    return loadedAs("宁〔2026〕7号", csv);
  }

  private String loadedAs(String number, String csv) {
    notices.load(Notices2027.local(csv, number, false), "admin");
    List<CalendarNotice> all = store.inForce();
    return all.get(all.size() - 1).id();
  }

  private CalendarViews.LocalNotice shown() {
    return views.all().stream()
        .filter(one -> one.jurisdiction().equals("ningyang"))
        .findFirst()
        .orElseThrow()
        .notices()
        .get(0);
  }

  private boolean isWorkday(LocalDate date) {
    return calendars.of("ningyang").isWorkday(date);
  }

  private String opens(LocalDate date) {
    return calendars.of("ningyang").sessions(date).get(0).toString();
  }
}
