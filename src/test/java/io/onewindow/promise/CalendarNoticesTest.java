package io.onewindow.promise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onewindow.calendar.CalendarFileException;
import io.onewindow.calendar.Deadline;
import io.onewindow.calendar.Term;
import io.onewindow.database.OnBothDatabases;
import io.onewindow.database.TestDatabase;
import io.onewindow.department.Departments;
import io.onewindow.problem.Problem;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest
@ActiveProfiles({"demo", "test"})
@ContextConfiguration(initializers = TestDatabase.class)
@OnBothDatabases
class CalendarNoticesTest {

  private static final Term TWENTY_DAYS = Term.parse("20 WORKING_DAY");

  /** Hears the announcements, and fails when a test wants it to. */
  static class Listener {
    private CalendarChanged heard;
    private boolean inTransaction;
    private boolean fails;

    @EventListener
    void on(CalendarChanged changed) {
      heard = changed;
      inTransaction = TransactionSynchronizationManager.isActualTransactionActive();
      if (fails) {
        throw new IllegalStateException("re-dating failed");
      }
    }
  }

  @TestConfiguration
  static class Listening {
    @Bean
    Listener calendarListener() {
      return new Listener();
    }
  }

  @Autowired private CalendarNotices notices;
  @Autowired private HallCalendars calendars;
  @Autowired private CalendarStore store;
  @Autowired private Departments departments;
  @Autowired private PromiseSettings settings;
  @Autowired private JdbcClient jdbc;
  @Autowired private PlatformTransactionManager transactions;
  @Autowired private Listener listener;

  @BeforeEach
  void nothingIsLoaded() {
    jdbc.sql("delete from ow_calendar_day").update();
    jdbc.sql("delete from ow_calendar_season").update();
    jdbc.sql("delete from ow_calendar_notice").update();
    jdbc.sql("update ow_calendar_version set version = version + 100").update();
    listener.heard = null;
    listener.fails = false;
  }

  @Test
  void isProvisionalBeforeAndExactAfterTheNoticeIsLoaded() {
    Deadline before = deadline();
    assertThat(before.provisional()).isTrue();
    assertThat(before.due()).isEqualTo(at("2027-02-19T17:30"));
    CalendarOutcome outcome = notices.load(Notices2027.fictitious(), "admin");
    Deadline after = deadline();
    assertThat(after.provisional()).isFalse();
    assertThat(after.due()).isEqualTo(at("2027-02-22T17:30"));
    assertThat(after.sources()).contains("虚构〔2026〕0号《关于2027年的虚构通知》");
    assertThat(outcome.changes())
        .contains(
            new CalendarChange(LocalDate.of(2027, 1, 31), true, "星期日", "调休上班（春节）"),
            new CalendarChange(LocalDate.of(2027, 2, 9), false, "工作日", "春节放假"))
        .doesNotContain(new CalendarChange(LocalDate.of(2027, 1, 1), false, "元旦放假", "元旦放假"));
  }

  @Test
  void announcesTheChangeAfterItIsCommitted() {
    notices.load(Notices2027.fictitious(), "admin");
    assertThat(listener.heard.jurisdictions())
        .containsExactlyInAnyOrder("liaocheng", "shenxian", "ningyang", "hekou");
    assertThat(listener.inTransaction).isFalse();
  }

  @Test
  void announcesOnlyWhatIsCommittedEvenInsideAnotherTransaction() {
    new TransactionTemplate(transactions)
        .executeWithoutResult(
            outer -> {
              notices.load(Notices2027.fictitious(), "admin");
              outer.setRollbackOnly();
            });
    assertThat(listener.heard).isNotNull();
    assertThat(deadline().provisional()).isFalse();
  }

  @Test
  void tellsWhoLoadedItWhenAListenerFails() {
    listener.fails = true;
    CalendarOutcome outcome = notices.load(Notices2027.fictitious(), "admin");
    assertThat(outcome.remarks()).anyMatch(remark -> remark.contains("没有全部重算"));
    assertThat(deadline().provisional()).isFalse();
  }

  @Test
  void recordsWhoLoadedWhatAndWhen() {
    notices.load(Notices2027.fictitious(), "admin");
    Map<String, Object> row = jdbc.sql("select * from ow_calendar_notice").query().singleRow();
    assertThat(row)
        .containsEntry("loaded_by", "admin")
        .containsEntry("document_no", "虚构〔2026〕0号")
        .containsEntry("calendar_year", 2027)
        .containsEntry("digest", CalendarUploads.digest(Notices2027.csv()));
    assertThat(row.get("loaded_at")).isNotNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2027-10-09,workday | 2027-10-11,workday | 第 34 行 type 栏：2027-10-11 本来就是工作日，不能列为调休上班",
        "2027-10-04,holiday,国庆节; | '' | 第 30 行 date 栏：国庆节假期不连续：2027-10-03 与 2027-10-05 之间有缺漏",
        "2027-02-06,holiday | 2027-02-05,holiday | 第 7 行 date 栏：2027-02-05 重复列出"
      })
  void changesNothingWhenALineIsRefused(String right, String typed, String message) {
    long version = store.version();
    String wrong = Notices2027.csv().replace(right.replace(";", "\n"), typed);
    assertThatThrownBy(() -> notices.load(Notices2027.of(wrong, false), "admin"))
        .isInstanceOf(CalendarFileException.class)
        .hasMessage(message);
    assertNothingChanged(version);
  }

  @Test
  void changesNothingWhenStoringFailsHalfWay() {
    long version = store.version();
    jdbc.sql("alter table ow_calendar_day add constraint no_october check (on_date < '2027-10-05')")
        .update();
    try {
      assertThatThrownBy(() -> notices.load(Notices2027.fictitious(), "admin"))
          .isInstanceOf(DataIntegrityViolationException.class);
    } finally {
      jdbc.sql("alter table ow_calendar_day drop constraint no_october").update();
    }
    assertNothingChanged(version);
  }

  @Test
  void changesNothingWhenItOnlyPreviews() {
    long version = store.version();
    assertThat(notices.preview(Notices2027.fictitious(), "admin").changes()).isNotEmpty();
    assertNothingChanged(version);
  }

  @Test
  void replacesAPublishedYearOnlyWhenAsked() {
    notices.load(Notices2027.fictitious(), "admin");
    String changed = Notices2027.csv().replace("2027-06-09,holiday,端午节\n", "");
    assertThatThrownBy(() -> notices.load(Notices2027.of(changed, false), "admin"))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.status()).isEqualTo(409))
        .hasMessageContaining("2027 年的放假安排已由虚构〔2026〕0号");
    CalendarOutcome outcome = notices.load(Notices2027.of(changed, true), "admin");
    assertThat(outcome.replaces()).containsExactly("虚构〔2026〕0号《关于2027年的虚构通知》");
    assertThat(outcome.changes())
        .containsExactly(new CalendarChange(LocalDate.of(2027, 6, 9), true, "端午节放假", "工作日"));
    assertThat(outcome.remarks()).hasSize(1);
    assertThat(store.inForce()).hasSize(1);
    assertThat(jdbc.sql("select count(*) from ow_calendar_notice").query(Integer.class).single())
        .isEqualTo(2);
  }

  @Test
  void refusesAYearThatCannotComeNext() {
    String far = Notices2027.csv().replace("2027-", "2028-").replaceAll(".*workday.*\n", "");
    assertThatThrownBy(() -> notices.load(Notices2027.of(far, false), "admin"))
        .hasMessageContaining("2028 年；现在可以载入 2021 年至 2027 年");
  }

  @Test
  void namesEveryFieldThatIsMissingOrWrong() {
    assertThatThrownBy(
            () ->
                notices.load(
                    new CalendarUpload(Notices2027.csv(), " ", null, null, null, null, false),
                    "admin"))
        .hasMessage("“文号”不能为空；“标题”不能为空。");
    assertThatThrownBy(
            () ->
                notices.load(
                    new CalendarUpload(
                        Notices2027.csv(), "1", "2", "javascript:alert(1)", "hekou", null, false),
                    "admin"))
        .hasMessageContaining("“网址”应以 http")
        .hasMessageContaining("“辖区”应留空");
  }

  @Test
  void closesOneHallAndLeavesTheOthersOpen() {
    String csv = "date,type,reason\n2026-11-24,closed,防汛应急\n";
    CalendarOutcome outcome = notices.load(Notices2027.local(csv, "宁〔2026〕1号", false), "admin");
    assertThat(outcome.jurisdictions()).containsExactly("ningyang");
    assertThat(outcome.changes())
        .containsExactly(
            new CalendarChange(LocalDate.of(2026, 11, 24), false, "工作日", "防汛应急，停止办公（宁〔2026〕1号）"));
    assertThat(listener.heard.jurisdictions()).isEqualTo(Set.of("ningyang"));
    assertThat(calendars.of("ningyang").isWorkday(LocalDate.of(2026, 11, 24))).isFalse();
    assertThat(calendars.of("hekou").isWorkday(LocalDate.of(2026, 11, 24))).isTrue();
  }

  @Test
  void takesLocalDaysBackByReplacingTheirNotice() {
    String csv = "date,type,reason\n2026-11-24,closed,停电\n2026-11-25,closed,停电\n";
    notices.load(Notices2027.local(csv, "宁〔2026〕2号", false), "admin");
    String shorter = "date,type,reason\n2026-11-25,closed,停电\n";
    assertThatThrownBy(() -> notices.load(Notices2027.local(shorter, "宁〔2026〕2号", false), "admin"))
        .hasMessageContaining("--replace");
    CalendarOutcome outcome = notices.load(Notices2027.local(shorter, "宁〔2026〕2号", true), "admin");
    assertThat(outcome.changes()).extracting(CalendarChange::after).containsExactly("工作日");
  }

  @Test
  void changesTheOfficeHoursOfASeason() {
    String csv =
        "from,weekday,sessions\n2027-06-01,usual,08:30-12:00 14:30-18:00\n"
            + "2027-06-01,friday,08:30-12:00\n";
    CalendarOutcome outcome = notices.load(Notices2027.local(csv, "宁〔2026〕3号", false), "admin");
    assertThat(outcome.changes())
        .containsExactly(
            new CalendarChange(
                LocalDate.of(2027, 6, 1),
                true,
                "平日 09:00-12:00、13:30-17:30",
                "平日 08:30-12:00、14:30-18:00；星期五 08:30-12:00"));
    assertThat(calendars.of("ningyang").sessions(LocalDate.of(2027, 6, 4))).hasSize(1);
    assertThat(calendars.of("hekou").sessions(LocalDate.of(2027, 6, 4))).hasSize(2);
    assertThatThrownBy(() -> notices.load(Notices2027.local(csv, "宁〔2026〕4号", false), "admin"))
        .hasMessageContaining("自同一天起的办公时间已由宁〔2026〕3号");
  }

  @Test
  void seesWhatAnotherNodeLoaded() {
    HallCalendars otherNode = new HallCalendars(departments, settings, store);
    assertThat(otherNode.now().holidays().isPublished(2027)).isFalse();
    notices.load(Notices2027.fictitious(), "admin");
    assertThat(otherNode.now().holidays().isPublished(2027)).isTrue();
    assertThat(otherNode.now()).isSameAs(otherNode.now());
  }

  private void assertNothingChanged(long version) {
    assertThat(store.version()).isEqualTo(version);
    for (String table : List.of("ow_calendar_notice", "ow_calendar_day")) {
      assertThat(jdbc.sql("select count(*) from " + table).query(Integer.class).single()).isZero();
    }
    assertThat(listener.heard).isNull();
    assertThat(deadline().provisional()).isTrue();
  }

  private Deadline deadline() {
    return calendars.of("ningyang").deadline(at("2027-01-20T10:00"), TWENTY_DAYS);
  }

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(ZoneId.of("Asia/Shanghai")).toInstant();
  }
}
