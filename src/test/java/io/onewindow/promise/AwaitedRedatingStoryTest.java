package io.onewindow.promise;

import static io.onewindow.story.Applications.tradingCompany;
import static io.onewindow.story.Applications.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import io.onewindow.database.OnBothDatabases;
import io.onewindow.promise.RedatingRun.Scope;
import io.onewindow.promise.RedatingRun.State;
import io.onewindow.story.Hall;
import io.onewindow.story.StoryTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Cases that are due after a New Year nobody has published a calendar for, and what becomes of them
 * when the notice comes. The notice for 2027 is made up.
 */
@StoryTest
@OnBothDatabases
@Import(RedatingInTest.class)
// it looks when it is told to, not by itself
@TestPropertySource(
    properties = {"onewindow.redating.unattended=true", "onewindow.redating.look-every=1d"})
class AwaitedRedatingStoryTest {

  private static final String CASE_RED = "boundaryEvent_casePromise";
  private static final String REASON = "2027 年放假安排公布：虚构〔2026〕0号《关于2027年的虚构通知》";

  @Autowired private Hall hall;
  @Autowired private CalendarNotices notices;
  @Autowired private AwaitedRedating awaited;
  @Autowired private AwaitedRuns owed;
  @Autowired private RedatingRuns runs;
  @Autowired private Redating redating;
  @Autowired private RedatingInTest byHand;
  @Autowired private CalendarPlanner planner;
  @Autowired private HallCalendars calendars;
  @Autowired private PlatformTransactionManager transactions;
  @Autowired private PromiseClock clocks;
  @Autowired private ClockStories stories;
  @Autowired private ClockActs acts;
  @Autowired private CalendarStore store;
  @Autowired private JdbcClient jdbc;

  @AfterEach
  void closeTheHall() {
    hall.closes();
    for (String table :
        List.of(
            "ow_redating_hold",
            "ow_redating_line",
            "ow_redating",
            "ow_pause",
            "ow_clock",
            "ow_calendar_day",
            "ow_calendar_season",
            "ow_calendar_notice")) {
      jdbc.sql("delete from " + table).update();
    }
    jdbc.sql("update ow_calendar_version set version = version + 100").update();
  }

  @Test
  void isProvisionalUntilTheNoticeIsLoadedAndThenMovesByItself() {
    ProcessInstance theCase = acceptedBeforeNewYear();
    StepClock before = wholeCase(theCase);
    assertThat(before.provisional()).isTrue();
    assertThat(before.estimatedFrom()).isEqualTo(2027);
    assertThat(hall.timerOf(theCase, CASE_RED)).isEqualTo("2027-01-04T17:30");
    assertThat(stories.of(before).provisional()).isTrue();

    notices.load(Notices2027.of(withMakeUpOnTheSecond(), false), "admin");
    RedatingRun run = afterTheRun();

    assertThat(run.scope()).isEqualTo(Scope.AWAITED);
    assertThat(run.reason()).isEqualTo(REASON);
    assertThat(run.createdBy()).isEqualTo("admin");
    assertThat(run.appliedBy()).isEqualTo("admin");
    assertThat(run.counts().earlier()).isEqualTo(run.counts().clocks()).isPositive();
    assertThat(hall.timerOf(theCase, CASE_RED)).isEqualTo("2027-01-02T17:30");
    assertThat(wholeCase(theCase).dueAt()).isEqualTo(at("2027-01-02T17:30"));
    assertThat(clocks.running(List.of(theCase.getId())))
        .isNotEmpty()
        .allMatch(clock -> !clock.provisional() && clock.estimatedFrom() == null);
    String task = hall.openTasks(theCase).get(0);
    assertThat(hall.dueOf(theCase, task)).isEqualTo("2027-01-02T17:30");
    assertThat(acts.journal(theCase.getId()))
        .filteredOn(event -> event.kind() == ClockEvent.Kind.REDATED)
        .isNotEmpty()
        .allMatch(event -> event.reason().startsWith(REASON) && event.actor().equals("admin"));
    assertThat(stories.of(wholeCase(theCase)).sources()).contains("虚构〔2026〕0号《关于2027年的虚构通知》");
  }

  @Test
  void saysThatADateIsCertainNowWhereTheNoticeDoesNotMoveIt() {
    ProcessInstance theCase = acceptedBeforeNewYear();
    notices.load(Notices2027.fictitious(), "admin");
    afterTheRun();
    assertThat(hall.timerOf(theCase, CASE_RED)).isEqualTo("2027-01-04T17:30");
    assertThat(wholeCase(theCase).provisional()).isFalse();
    assertThat(acts.journal(theCase.getId()))
        .filteredOn(event -> event.kind() == ClockEvent.Kind.REDATED)
        .isNotEmpty()
        .allMatch(event -> event.reason().contains("期限不变，不再是暂计") && event.newDue() == null);
  }

  @Test
  void isTakenUpAtTheNextStartWhenTheNodeStoppedRightAfterTheNotice() {
    ProcessInstance theCase = acceptedBeforeNewYear();
    loadedByAProcessThatEnded(withMakeUpOnTheSecond());
    assertThat(wholeCase(theCase).provisional()).isTrue();
    assertThat(runs.latest(1)).isEmpty();

    awaited.atStart();

    RedatingRun run = afterTheRun();
    assertThat(run.appliedBy()).isEqualTo("命令行 operator");
    assertThat(hall.timerOf(theCase, CASE_RED)).isEqualTo("2027-01-02T17:30");
    awaited.settle();
    assertThat(runs.latest(2)).hasSize(1);
  }

  @Test
  void goesOnAtTheNextStartWhenTheNodeStoppedHalfWay() {
    ProcessInstance theCase = acceptedBeforeNewYear();
    loadedByAProcessThatEnded(withMakeUpOnTheSecond());
    AwaitedRuns.Claimed claimed = owed.claim().orElseThrow();
    byHand.takeOver(claimed);
    byHand.step(1);
    assertThat(hall.timerOf(theCase, CASE_RED)).isEqualTo("2027-01-04T17:30");

    awaited.atStart();

    RedatingRun run = afterTheRun();
    assertThat(run.id()).isEqualTo(claimed.runId());
    assertThat(run.appliedBy()).isEqualTo("命令行 operator");
    assertThat(hall.timerOf(theCase, CASE_RED)).isEqualTo("2027-01-02T17:30");
  }

  @Test
  void standsStillAfterAnAdministratorStoppedItUntilOneLetsItGoOn() {
    acceptedBeforeNewYear();
    loadedByAProcessThatEnded(withMakeUpOnTheSecond());
    AwaitedRuns.Claimed claimed = owed.claim().orElseThrow();
    redating.stop(claimed.runId(), "admin");
    awaited.settle();
    assertThat(redating.find(claimed.runId()).state()).isEqualTo(State.STOPPED);
    redating.goOn(claimed.runId(), "admin");
    assertThat(afterTheRun().id()).isEqualTo(claimed.runId());
  }

  @Test
  void isDoneByOneNodeOnly() {
    acceptedBeforeNewYear();
    loadedByAProcessThatEnded(withMakeUpOnTheSecond());
    byHand.takeOver(owed.claim().orElseThrow());
    assertThat(catchThrowable(() -> owed.claim())).hasMessageContaining("另一次重新计算正在执行");
    assertThat(runs.latest(5)).hasSize(1);
    byHand.finish(100);
    assertThat(owed.claim()).isEmpty();
  }

  @Test
  void leavesToAnAdministratorWhatOtherChangesWouldMoveToo() {
    ProcessInstance theCase = acceptedBeforeNewYear();
    String winter = "from,weekday,sessions\n2026-12-01,usual,10:00-12:00 13:30-17:00\n";
    notices.load(ofHekou(winter), "admin");
    notices.load(Notices2027.of(withMakeUpOnTheSecond(), false), "admin");
    assertThat(runs.latest(5))
        .filteredOn(run -> run.state() == State.PREVIEW)
        .singleElement()
        .satisfies(run -> assertThat(run.total()).isEqualTo(1));
    assertThat(runs.latest(5)).allMatch(run -> run.scope() == Scope.ALL);
    assertThat(hall.timerOf(theCase, CASE_RED)).isEqualTo("2027-01-04T17:30");
    assertThat(wholeCase(theCase).provisional()).isTrue();
  }

  @Test
  void remainsAPreviewWhenAHallChangesItsDays() {
    acceptedBeforeNewYear();
    String csv = "date,type,reason\n2026-12-31,closed,停电\n";
    notices.load(ofHekou(csv), "admin");
    RedatingRun run = runs.latest(1).get(0);
    assertThat(run.scope()).isEqualTo(Scope.ALL);
    assertThat(run.state()).isEqualTo(State.PREVIEW);
    assertThat(run.counts().later()).isPositive();
  }

  /** A legal limit of three working days: 30 and 31 December, then 4 January 2027. */
  private ProcessInstance acceptedBeforeNewYear() {
    hall.itIs("2026-12-29T10:00");
    ProcessInstance theCase =
        hall.starts(
            "hkClerk",
            "company-registration",
            with(tradingCompany(), Map.of("additionalPremises", "河口区二号仓库")));
    hall.completes("hkClerk", theCase, "审查申请材料", Map.of("materialsDecision", "complete"));
    return theCase;
  }

  /** As the command line does, or a node that stops after the notice is committed. */
  private void loadedByAProcessThatEnded(String csv) {
    new CalendarNotices(planner, store, calendars, transactions, event -> {})
        .load(Notices2027.of(csv, false), "命令行 operator");
  }

  private static CalendarUpload ofHekou(String csv) {
    return new CalendarUpload(csv, "河〔2026〕9号", "虚构的本地通知", null, "hekou", null, false);
  }

  private RedatingRun afterTheRun() {
    await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> runs.latest(1).stream().anyMatch(run -> run.state() == State.DONE));
    return runs.latest(1).get(0);
  }

  private StepClock wholeCase(ProcessInstance theCase) {
    return clocks.running(List.of(theCase.getId())).stream()
        .filter(StepClock::isWholeCase)
        .findFirst()
        .orElseThrow();
  }

  /** Saturday, 2 January 2027, is worked. */
  private static String withMakeUpOnTheSecond() {
    return Notices2027.csv()
        .replace("2027-01-02,holiday,元旦\n2027-01-03,holiday,元旦\n", "2027-01-02,workday,元旦\n");
  }

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(ZoneId.of("Asia/Shanghai")).toInstant();
  }
}
