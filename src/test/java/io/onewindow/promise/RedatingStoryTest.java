package io.onewindow.promise;

import static io.onewindow.story.Applications.tradingCompany;
import static io.onewindow.story.Applications.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onewindow.calendar.WorkCalendar;
import io.onewindow.database.OnBothDatabases;
import io.onewindow.problem.Problem;
import io.onewindow.promise.RedatingRun.Counts;
import io.onewindow.promise.RedatingRun.State;
import io.onewindow.story.Hall;
import io.onewindow.story.StoryTest;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Ningyang's hall changes its hours around National Day 2026 while companies are being opened. */
@StoryTest
@OnBothDatabases
@Import({OfficeHoursChange.class, RedatingInTest.class})
class RedatingStoryTest {

  private static final String NINGYANG = "ningyang";
  private static final String LATE_MORNING = "10:00-12:00,13:30-17:30";
  private static final String EARLY_MORNING = "08:30-12:00,13:30-17:30";
  private static final String TAX = "办理涉税事项";
  private static final String TAX_RED = "boundaryEvent_handleTaxOverdue";
  private static final String CASE_RED = "boundaryEvent_casePromise";

  @Autowired private Hall hall;
  @Autowired private OfficeHoursChange hours;
  @Autowired private RedatingInTest redating;
  @Autowired private ClockActs acts;
  @Autowired private PromiseClock clocks;
  @Autowired private ManagementService management;
  @Autowired private HistoryService history;
  @Autowired private JdbcClient jdbc;

  @AfterEach
  void closeTheHall() {
    hours.undo(NINGYANG);
    hall.closes();
    for (String table :
        List.of("ow_redating_hold", "ow_redating_line", "ow_redating", "ow_pause", "ow_clock")) {
      jdbc.sql("delete from " + table).update();
    }
  }

  @Test
  void showsWhatWouldMoveAndChangesNothing() {
    ProcessInstance theCase = taxBeforeNationalDay();
    hours.to(NINGYANG, LATE_MORNING);
    Counts counts = redating.preview(NINGYANG);
    assertThat(counts.later()).isEqualTo(2);
    assertThat(counts.unchanged()).isZero();
    assertThat(redating.state().total()).isEqualTo(1);
    assertThat(redating.state().state()).isEqualTo(State.PREVIEW);
    assertThat(hall.dueOf(theCase, TAX)).isEqualTo("2026-10-08T10:15");
    assertThat(hall.timerOf(theCase, TAX_RED)).isEqualTo("2026-10-08T10:15");
  }

  @Test
  void movesClocksTimersTasksAndHistoryTogetherAndWritesTheJournal() {
    ProcessInstance theCase = taxBeforeNationalDay();
    hours.to(NINGYANG, LATE_MORNING);
    redating.preview(NINGYANG);
    redating.begin();
    redating.finish(100);
    assertThat(hall.dueOf(theCase, TAX)).isEqualTo("2026-10-08T11:15");
    assertThat(hall.timerOf(theCase, TAX_RED)).isEqualTo("2026-10-08T11:15");
    assertThat(hall.timerOf(theCase, CASE_RED)).isEqualTo("2026-10-08T11:15");
    assertThat(hall.timerOf(theCase, "userTask_handleTax")).isEqualTo("2026-10-08T10:45");
    assertThat(historicDueOf(theCase)).isEqualTo("2026-10-08T11:15");
    assertThat(acts.journal(theCase.getId()))
        .filteredOn(event -> event.kind() == ClockEvent.Kind.REDATED)
        .hasSize(2)
        .allMatch(event -> event.reason().contains(redating.state().id()))
        .allMatch(event -> event.actor().equals("admin"));
    hall.itIs("2026-10-08T11:14");
    assertThat(hall.openTasks(theCase)).containsExactly(TAX);
    hall.itIs("2026-10-08T11:15");
    assertThat(hall.openTasks(theCase)).contains("督办并说明原因");
  }

  @Test
  void findsNothingToMoveTheSecondTime() {
    taxBeforeNationalDay();
    hours.to(NINGYANG, LATE_MORNING);
    redating.preview(NINGYANG);
    redating.begin();
    redating.finish(100);
    Counts again = redating.preview(NINGYANG);
    assertThat(again.unchanged()).isEqualTo(again.clocks()).isEqualTo(2);
    assertThat(redating.state().total()).isZero();
  }

  @Test
  void firesNothingWhileItRunsAndThenWhatIsDue() {
    ProcessInstance theCase = taxBeforeNationalDay();
    hall.itIs("2026-10-08T09:20");
    hours.to(NINGYANG, "08:00-12:00,13:30-17:30");
    Counts counts = redating.preview(NINGYANG);
    assertThat(counts.earlier()).isEqualTo(2);
    assertThat(counts.newlyOverdue()).isEqualTo(2);
    redating.begin();
    redating.step(1);
    hall.itIs("2026-10-08T11:00");
    assertThat(hall.openTasks(theCase)).containsExactly(TAX);
    redating.step(1);
    hall.itIs("2026-10-08T11:30");
    assertThat(hall.timerOf(theCase, TAX_RED)).isEqualTo("2026-10-08T09:15");
    assertThat(hall.openTasks(theCase)).containsExactly(TAX);
    redating.finish(1);
    hall.itIs("2026-10-08T11:31");
    assertThat(hall.openTasks(theCase)).contains("督办并说明原因");
  }

  @Test
  void doesNotFireAtTheOldDateWhenTheRunStandsStopped() {
    ProcessInstance first = taxBeforeNationalDay();
    ProcessInstance second = taxBeforeNationalDay("宁阳县文庙街道金阳大街2号");
    hours.to(NINGYANG, LATE_MORNING);
    redating.preview(NINGYANG);
    redating.begin();
    redating.step(1);
    redating.step(1);
    redating.step(1);
    assertThat(redating.state().done()).isEqualTo(1);
    redating.stop();
    assertThatThrownBy(() -> redating.step(1)).isInstanceOf(RedatingRuns.Stopped.class);
    assertThat(List.of(hall.dueOf(first, TAX), hall.dueOf(second, TAX)))
        .containsExactlyInAnyOrder(
            LocalDateTime.parse("2026-10-08T10:15"), LocalDateTime.parse("2026-10-08T11:15"));

    hall.itIs("2026-10-08T10:30");
    assertThat(hall.openTasks(first)).containsExactly(TAX);
    assertThat(hall.openTasks(second)).containsExactly(TAX);

    redating.goOn();
    redating.finish(1);
    assertThat(redating.state().state()).isEqualTo(State.DONE);
    assertThat(hall.dueOf(first, TAX)).isEqualTo("2026-10-08T11:15");
    assertThat(hall.dueOf(second, TAX)).isEqualTo("2026-10-08T11:15");
    hall.itIs("2026-10-08T11:15");
    assertThat(hall.openTasks(first)).contains("督办并说明原因");
    assertThat(hall.openTasks(second)).contains("督办并说明原因");
  }

  @Test
  void rollsAStepBackThatWasUnderWayWhenTheRunWasTakenOver() {
    ProcessInstance theCase = taxBeforeNationalDay();
    hours.to(NINGYANG, LATE_MORNING);
    redating.preview(NINGYANG);
    redating.begin();
    redating.step(1);
    redating.stop();
    assertThatThrownBy(() -> redating.step(1)).isInstanceOf(RedatingRuns.Stopped.class);
    assertThat(hall.dueOf(theCase, TAX)).isEqualTo("2026-10-08T10:15");
    assertThat(hall.timerOf(theCase, TAX_RED)).isEqualTo("2026-10-08T10:15");
    assertThat(acts.journal(theCase.getId())).isEmpty();
  }

  @Test
  void isReportedAsStoppedByANodeThatStartsAndGoesOnByHand() {
    ProcessInstance theCase = taxBeforeNationalDay();
    hours.to(NINGYANG, LATE_MORNING);
    redating.preview(NINGYANG);
    redating.begin();
    redating.step(1);
    redating.nodeStarts();
    assertThat(redating.state().state()).isEqualTo(State.STOPPED);
    assertThat(redating.state().failure()).contains("请继续执行");
    redating.goOn();
    redating.finish(1);
    assertThat(hall.timerOf(theCase, TAX_RED)).isEqualTo("2026-10-08T11:15");
  }

  @Test
  void leavesStandingWhatAnAdministratorSuspended() {
    ProcessInstance theCase = taxBeforeNationalDay();
    String amber =
        management
            .createJobQuery()
            .processInstanceId(theCase.getId())
            .activityId("userTask_handleTax")
            .orderByJobDuedate()
            .desc()
            .list()
            .get(0)
            .getId();
    management.suspendJobById(amber);
    hours.to(NINGYANG, LATE_MORNING);
    redating.preview(NINGYANG);
    redating.begin();
    redating.finish(100);
    assertThat(hall.timerOf(theCase, "userTask_handleTax")).isEqualTo("2026-10-08T10:45");
    assertThat(management.createJobQuery().processInstanceId(theCase.getId()).suspended().list())
        .extracting(Job::getId)
        .containsExactly(amber);
  }

  @Test
  void appliesNeitherASecondRunNorAnOutdatedPreview() {
    taxBeforeNationalDay();
    hours.to(NINGYANG, LATE_MORNING);
    redating.preview(NINGYANG);
    redating.begin();
    redating.step(1);
    redating.preview(NINGYANG);
    assertThatThrownBy(redating::begin)
        .satisfies(refusal -> assertThat(Problem.in(refusal).status()).isEqualTo(409));
  }

  @Test
  void movesAStandingClockAndLetsItRunOnFromTheNewDates() {
    ProcessInstance theCase = taxBeforeNationalDay();
    String pause = pauseAt("2026-09-30T17:00", theCase);
    assertThat(management.createJobQuery().processInstanceId(theCase.getId()).active().count())
        .isZero();
    hours.to(NINGYANG, EARLY_MORNING);
    redating.preview(NINGYANG);
    redating.begin();
    redating.finish(100);
    assertThat(hall.timerOf(theCase, TAX_RED)).isEqualTo("2026-10-08T09:45");
    assertThat(management.createJobQuery().processInstanceId(theCase.getId()).active().count())
        .isZero();

    hall.itIs("2026-10-09T09:00");
    resume(theCase, pause);
    assertThat(hall.dueOf(theCase, TAX)).isEqualTo("2026-10-09T10:45");
    assertThat(hall.timerOf(theCase, CASE_RED)).isEqualTo("2026-10-09T10:45");
    assertThat(redating.preview(NINGYANG).unchanged()).isEqualTo(2);
  }

  @Test
  void holdsAClockThatResumesDuringTheRunUntilTheRunIsOver() {
    ProcessInstance theCase = taxBeforeNationalDay();
    String pause = pauseAt("2026-09-30T17:00", theCase);
    hours.to(NINGYANG, EARLY_MORNING);
    redating.preview(NINGYANG);
    redating.begin();
    redating.step(100);
    hall.itIs("2026-10-08T09:00");
    resume(theCase, pause);
    hall.itIs("2026-10-08T17:00");
    assertThat(hall.openTasks(theCase)).containsExactly(TAX);
    redating.finish(100);
    assertThat(hall.dueOf(theCase, TAX)).isEqualTo("2026-10-08T10:45");
    hall.itIs("2026-10-08T17:01");
    assertThat(hall.openTasks(theCase)).contains("督办并说明原因");
  }

  @Test
  void keepsAnExtension() {
    hall.itIs("2026-09-28T10:00");
    ProcessInstance theCase =
        hall.starts(
            "hkClerk",
            "company-registration",
            with(tradingCompany(), Map.of("additionalPremises", "河口区二号仓库")));
    accepts("hkClerk", theCase);
    assertThat(hall.timerOf(theCase, CASE_RED)).isEqualTo("2026-10-08T17:30");
    hall.itIs("2026-09-28T11:00");
    hall.as(
        "hkLeader",
        () -> {
          acts.extend(theCase.getId(), 2, "案情复杂");
          return null;
        });
    assertThat(hall.timerOf(theCase, CASE_RED)).isEqualTo("2026-10-10T17:30");
    assertThat(redating.preview("hekou").unchanged()).isEqualTo(2);
    hours.to("hekou", "09:00-12:00,13:30-17:00");
    redating.preview("hekou");
    redating.begin();
    redating.finish(100);
    hours.undo("hekou");
    assertThat(hall.timerOf(theCase, CASE_RED)).isEqualTo("2026-10-10T17:00");
    assertThat(clocks.running(List.of(theCase.getId())))
        .anyMatch(clock -> Integer.valueOf(2).equals(clock.extendedBy()));
  }

  @Test
  void leavesAStepAloneThatEndedAfterThePreview() {
    ProcessInstance theCase = taxBeforeNationalDay();
    hours.to(NINGYANG, LATE_MORNING);
    redating.preview(NINGYANG);
    hall.completes(
        "nyTax",
        theCase,
        TAX,
        Map.of("taxpayerType", "small-scale", "invoiceKind", "e-invoice", "ukeyNo", "UK123456"));
    redating.begin();
    redating.finish(100);
    assertThat(hall.dueOf(theCase, "统一出件")).isEqualTo("2026-10-08T11:15");
    assertThat(clocks.all(theCase.getId()))
        .filteredOn(clock -> clock.step().equals("tax"))
        .allMatch(clock -> clock.dueAt().toString().equals("2026-10-08T02:15:00Z"));
  }

  private ProcessInstance taxBeforeNationalDay() {
    return taxBeforeNationalDay("宁阳县文庙街道金阳大街1号");
  }

  private ProcessInstance taxBeforeNationalDay(String residence) {
    hall.itIs("2026-09-30T16:45");
    ProcessInstance theCase =
        hall.starts(
            "nyClerk",
            "company-registration",
            with(tradingCompany(), Map.of("taxChoice", "now", "residence", residence)));
    accepts("nyClerk", theCase);
    return theCase;
  }

  private void accepts(String clerk, ProcessInstance theCase) {
    hall.completes(clerk, theCase, "审查申请材料", Map.of("materialsDecision", "complete"));
  }

  private String pauseAt(String when, ProcessInstance theCase) {
    hall.itIs(when);
    return hall.as(
        "nyApproval",
        () -> acts.pause(theCase.getId(), PauseKind.APPRAISAL, "宁行审停〔2026〕1号", "住所鉴定"));
  }

  private void resume(ProcessInstance theCase, String pause) {
    hall.as(
        "nyApproval",
        () -> {
          acts.resume(theCase.getId(), pause);
          return null;
        });
  }

  private LocalDateTime historicDueOf(ProcessInstance theCase) {
    return history
        .createHistoricTaskInstanceQuery()
        .processInstanceId(theCase.getId())
        .taskName(TAX)
        .singleResult()
        .getDueDate()
        .toInstant()
        .atZone(WorkCalendar.ZONE)
        .toLocalDateTime();
  }
}
