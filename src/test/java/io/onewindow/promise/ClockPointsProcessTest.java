package io.onewindow.promise;

import static io.onewindow.story.Applications.tradingCompany;
import static io.onewindow.story.Applications.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.onewindow.calendar.WorkCalendar;
import io.onewindow.database.OnBothDatabases;
import io.onewindow.story.Hall;
import io.onewindow.story.StoryTest;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reminder, amber and red each keep a point of their own when a clock stands still, is extended or
 * counted again, and a light follows the clock when its point lies ahead again.
 */
@StoryTest
@OnBothDatabases
@Import({OfficeHoursChange.class, RedatingInTest.class})
class ClockPointsProcessTest {

  private static final String REVIEW = "审查名称住所";
  private static final String REVIEW_TASK = "userTask_reviewRegistration";
  private static final String REVIEW_RED = "boundaryEvent_reviewRegistrationOverdue";
  private static final String TAX = "办理涉税事项";
  private static final String TAX_TASK = "userTask_handleTax";
  private static final String TAX_RED = "boundaryEvent_handleTaxOverdue";
  private static final String CASE_RED = "boundaryEvent_casePromise";
  private static final String SUPERVISE = "督办并说明原因";
  private static final String LATE_MORNING = "10:00-12:00,13:30-17:30";

  @Autowired private Hall hall;
  @Autowired private ClockActs acts;
  @Autowired private ClockStories stories;
  @Autowired private PromiseClock clocks;
  @Autowired private OfficeHoursChange hours;
  @Autowired private RedatingInTest redating;
  @Autowired private ManagementService management;
  @Autowired private TaskService tasks;
  @Autowired private JdbcClient jdbc;

  @AfterEach
  void closeTheHall() {
    hours.undo("ningyang");
    hall.closes();
    for (String table :
        List.of("ow_redating_hold", "ow_redating_line", "ow_redating", "ow_pause", "ow_clock")) {
      jdbc.sql("delete from " + table).update();
    }
  }

  @Test
  void movesEachPointByAPauseAsFarAsItHadNotPassed() {
    ProcessInstance theCase = underReview("ny", "2026-09-15T09:00");
    assertThat(points(theCase, REVIEW_TASK, REVIEW_RED))
        .containsExactly("2026-09-15T11:00", "2026-09-15T13:30", "2026-09-15T14:30");
    stands("ny", theCase, "2026-09-15T10:00", "2026-09-15T10:30");
    assertThat(points(theCase, REVIEW_TASK, REVIEW_RED))
        .containsExactly("2026-09-15T11:30", "2026-09-15T14:00", "2026-09-15T15:00");

    hall.itIs("2026-09-15T11:29");
    assertThat(kinds(theCase)).doesNotContain(ClockEvent.Kind.REMINDED);
    hall.itIs("2026-09-15T11:30");
    assertThat(kinds(theCase)).containsOnlyOnce(ClockEvent.Kind.REMINDED);
    stands("ny", theCase, "2026-09-15T13:40", "2026-09-15T16:40");
    assertThat(points(theCase, REVIEW_TASK, REVIEW_RED))
        .containsExactly("2026-09-15T17:00", "2026-09-16T09:30");
    hall.itIs("2026-09-16T09:30");
    assertThat(kinds(theCase))
        .containsSubsequence(ClockEvent.Kind.REMINDED, ClockEvent.Kind.AMBER, ClockEvent.Kind.RED)
        .containsOnlyOnce(ClockEvent.Kind.REMINDED);
  }

  @Test
  void takesNoLightBackThatWasOnBeforeAPause() {
    ProcessInstance theCase = underReview("ny", "2026-09-15T09:00");
    hall.itIs("2026-09-15T13:45");
    assertThat(light(theCase, "registration")).isEqualTo(Light.AMBER);
    stands("ny", theCase, "2026-09-15T14:00", "2026-09-16T10:00");
    assertThat(light(theCase, "registration")).isEqualTo(Light.AMBER);
    assertThat(points(theCase, REVIEW_TASK, REVIEW_RED)).containsExactly("2026-09-16T10:30");
    hall.itIs("2026-09-16T10:40");
    assertThat(light(theCase, "registration")).isEqualTo(Light.RED);
    stands("ny", theCase, "2026-09-16T11:00", "2026-09-17T11:00");
    assertThat(light(theCase, "registration")).isEqualTo(Light.RED);
    assertThat(hall.dueOf(theCase, REVIEW)).isEqualTo("2026-09-16T10:30");
    assertThat(kinds(theCase)).doesNotContain(ClockEvent.Kind.TAKEN_BACK);
  }

  @Test
  void countsEachPointAnewWhenTheLimitIsExtended() {
    ProcessInstance theCase = underReview("hk", "2026-09-15T09:00");
    assertThat(points(theCase, REVIEW_TASK, REVIEW_RED))
        .containsExactly("2026-09-17T09:00", "2026-09-18T09:00", "2026-09-18T17:30");
    hall.itIs("2026-09-16T10:00");
    extends3Days(theCase);
    assertThat(points(theCase, REVIEW_TASK, REVIEW_RED))
        .containsExactly("2026-09-18T14:00", "2026-09-22T09:00", "2026-09-22T17:30");
  }

  @Test
  void turnsGreenAgainAndRemindsAgainWhenTheLimitIsExtendedAfterAmber() {
    ProcessInstance theCase = underReview("hk", "2026-09-15T09:00");
    hall.itIs("2026-09-18T09:10");
    assertThat(light(theCase, "registration")).isEqualTo(Light.AMBER);
    assertThat(task(theCase, REVIEW).getPriority()).isEqualTo(75);
    assertThat(points(theCase, REVIEW_TASK, REVIEW_RED)).containsExactly("2026-09-18T17:30");

    extends3Days(theCase);
    assertThat(light(theCase, "registration")).isEqualTo(Light.GREEN);
    assertThat(task(theCase, REVIEW).getPriority()).isEqualTo(50);
    assertThat(points(theCase, REVIEW_TASK, REVIEW_RED))
        .containsExactly("2026-09-18T14:00", "2026-09-22T09:00", "2026-09-22T17:30");
    assertThat(storyOf(theCase, "registration"))
        .containsSubsequence("09:00 临近到期，亮黄灯", "09:10 亮灯撤回：黄灯撤回，改为绿灯：延期（经办 河口区 本机关负责人）");

    hall.itIs("2026-09-22T09:00");
    assertThat(light(theCase, "registration")).isEqualTo(Light.AMBER);
    hall.itIs("2026-09-22T17:30");
    assertThat(light(theCase, "registration")).isEqualTo(Light.RED);
    assertThat(hall.openTasks(theCase)).contains(SUPERVISE);
  }

  @Test
  void setsTimersAgainThatAreHeldWhenTheClockStandsStill() {
    ProcessInstance theCase = underReview("hk", "2026-09-15T09:00");
    hall.itIs("2026-09-18T09:10");
    String pause = pauses("hk", theCase);
    extends3Days(theCase);
    hall.itIs("2026-09-25T09:00");
    assertThat(light(theCase, "registration")).isEqualTo(Light.GREEN);
    assertThat(hall.openTasks(theCase)).containsExactly(REVIEW);
    resumes("hk", theCase, pause);
    assertThat(points(theCase, REVIEW_TASK, REVIEW_RED))
        .containsExactly("2026-09-28T13:50", "2026-09-30T17:20", "2026-10-08T17:20");
    hall.itIs("2026-10-08T17:20");
    assertThat(light(theCase, "registration")).isEqualTo(Light.RED);
  }

  @Test
  void movesEachPointWhenTheClockIsCountedAgain() {
    ProcessInstance theCase = taxBeforeNationalDay();
    assertThat(points(theCase, TAX_TASK, TAX_RED))
        .containsExactly("2026-10-08T09:15", "2026-10-08T09:45", "2026-10-08T10:15");
    countsAgain(LATE_MORNING);
    assertThat(points(theCase, TAX_TASK, TAX_RED))
        .containsExactly("2026-10-08T10:15", "2026-10-08T10:45", "2026-10-08T11:15");
  }

  @Test
  void takesRedBackWhenTheClockCountedAgainIsDueLaterAndKeepsWhatHappened() {
    ProcessInstance theCase = taxBeforeNationalDay();
    hall.itIs("2026-10-08T10:20");
    assertThat(light(theCase, "tax")).isEqualTo(Light.RED);
    assertThat(light(theCase, "case")).isEqualTo(Light.RED);
    assertThat(points(theCase, TAX_TASK, TAX_RED)).isEmpty();
    assertThat(timers(theCase, CASE_RED)).isEmpty();

    hours.to("ningyang", LATE_MORNING);
    assertThat(redating.preview("ningyang").takenBack()).isEqualTo(2);
    redating.begin();
    redating.step(100);
    redating.step(100);
    assertThat(management.createJobQuery().processInstanceId(theCase.getId()).active().count())
        .isZero();
    redating.finish(100);

    assertThat(light(theCase, "tax")).isEqualTo(Light.GREEN);
    assertThat(light(theCase, "case")).isEqualTo(Light.GREEN);
    assertThat(task(theCase, TAX).getPriority()).isEqualTo(50);
    assertThat(points(theCase, TAX_TASK, TAX_RED))
        .containsExactly("2026-10-08T10:45", "2026-10-08T11:15");
    assertThat(timers(theCase, CASE_RED)).containsExactly("2026-10-08T11:15");
    assertThat(hall.openTasks(theCase)).containsExactly(TAX, SUPERVISE);
    assertThat(redating.preview("ningyang").unchanged()).isEqualTo(3);

    hall.itIs("2026-10-08T10:45");
    assertThat(light(theCase, "tax")).isEqualTo(Light.AMBER);
    hall.itIs("2026-10-08T11:15");
    assertThat(light(theCase, "tax")).isEqualTo(Light.RED);
    assertThat(light(theCase, "case")).isEqualTo(Light.RED);
    assertThat(hall.openTasks(theCase)).containsExactly(TAX, SUPERVISE, SUPERVISE);
    assertThat(storyOf(theCase, "tax"))
        .containsSubsequence(
            "10:15 时限届满未办结，亮红灯",
            "10:20 亮灯撤回：红灯撤回，改为绿灯：重新计算（经办 系统 管理员）",
            "10:45 临近到期，亮黄灯",
            "11:15 时限届满未办结，亮红灯");
  }

  @Test
  void turnsOnlyAmberWhenThePointOfAmberHasPassedByTheNewCountToo() {
    ProcessInstance theCase = taxBeforeNationalDay();
    hall.itIs("2026-10-08T10:50");
    countsAgain(LATE_MORNING);
    assertThat(light(theCase, "tax")).isEqualTo(Light.AMBER);
    assertThat(task(theCase, TAX).getPriority()).isEqualTo(75);
    assertThat(points(theCase, TAX_TASK, TAX_RED)).containsExactly("2026-10-08T11:15");
    hall.itIs("2026-10-08T11:15");
    assertThat(light(theCase, "tax")).isEqualTo(Light.RED);
  }

  @Test
  void staysRedWhenItIsStillOverdue() {
    ProcessInstance theCase = taxBeforeNationalDay();
    hall.itIs("2026-10-08T13:40");
    countsAgain(LATE_MORNING);
    assertThat(light(theCase, "tax")).isEqualTo(Light.RED);
    assertThat(hall.dueOf(theCase, TAX)).isEqualTo("2026-10-08T11:15");
    assertThat(points(theCase, TAX_TASK, TAX_RED)).isEmpty();
    assertThat(kinds(theCase)).doesNotContain(ClockEvent.Kind.TAKEN_BACK);
  }

  private void countsAgain(String officeHours) {
    hours.to("ningyang", officeHours);
    redating.preview("ningyang");
    redating.begin();
    redating.finish(100);
  }

  private ProcessInstance taxBeforeNationalDay() {
    hall.itIs("2026-09-30T16:45");
    return accepted("ny", Map.of("taxChoice", "now"));
  }

  private ProcessInstance underReview(String prefix, String when) {
    hall.itIs(when);
    return accepted(prefix, Map.of("additionalPremises", "二号仓库"));
  }

  private ProcessInstance accepted(String prefix, Map<String, Object> more) {
    String clerk = prefix + "Clerk";
    ProcessInstance theCase =
        hall.starts(clerk, "company-registration", with(tradingCompany(), more));
    hall.completes(clerk, theCase, "审查申请材料", Map.of("materialsDecision", "complete"));
    return theCase;
  }

  private void stands(String prefix, ProcessInstance theCase, String from, String to) {
    hall.itIs(from);
    String pause = pauses(prefix, theCase);
    hall.itIs(to);
    resumes(prefix, theCase, pause);
  }

  private String pauses(String prefix, ProcessInstance theCase) {
    return hall.as(
        prefix + "Approval",
        () -> acts.pause(theCase.getId(), PauseKind.EXPERT_REVIEW, "T-1", "住所须现场核查"));
  }

  private void resumes(String prefix, ProcessInstance theCase, String pause) {
    hall.as(
        prefix + "Approval",
        () -> {
          acts.resume(theCase.getId(), pause);
          return null;
        });
  }

  private void extends3Days(ProcessInstance theCase) {
    hall.as(
        "hkLeader",
        () -> {
          acts.extend(theCase.getId(), 3, "情形复杂，须核实住所");
          return null;
        });
  }

  /** When the timers of a task fire: those of its own in order, then that on its border. */
  private List<String> points(ProcessInstance theCase, String activity, String border) {
    return Stream.concat(timers(theCase, activity).stream(), timers(theCase, border).stream())
        .toList();
  }

  private List<String> timers(ProcessInstance theCase, String activity) {
    return management
        .createJobQuery()
        .processInstanceId(theCase.getId())
        .activityId(activity)
        .orderByJobDuedate()
        .asc()
        .list()
        .stream()
        .map(job -> LocalDateTime.ofInstant(job.getDuedate().toInstant(), WorkCalendar.ZONE))
        .map(LocalDateTime::toString)
        .toList();
  }

  private Task task(ProcessInstance theCase, String name) {
    return tasks.createTaskQuery().processInstanceId(theCase.getId()).taskName(name).singleResult();
  }

  private Light light(ProcessInstance theCase, String step) {
    return clockOf(theCase, step).light();
  }

  private StepClock clockOf(ProcessInstance theCase, String step) {
    return clocks.all(theCase.getId()).stream()
        .filter(clock -> clock.step().equals(step))
        .findFirst()
        .orElseThrow();
  }

  private List<ClockEvent.Kind> kinds(ProcessInstance theCase) {
    return acts.journal(theCase.getId()).stream().map(ClockEvent::kind).toList();
  }

  private List<String> storyOf(ProcessInstance theCase, String step) {
    return stories.of(clockOf(theCase, step)).days().stream()
        .flatMap(day -> day.events().stream())
        .toList();
  }
}
