package io.onewindow.promise;

import static io.onewindow.story.Applications.tradingCompany;
import static io.onewindow.story.Applications.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.onewindow.casefile.CaseFile;
import io.onewindow.casefile.CaseRecord;
import io.onewindow.casefile.CaseState;
import io.onewindow.database.OnBothDatabases;
import io.onewindow.problem.Problem;
import io.onewindow.story.Hall;
import io.onewindow.story.StoryTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@StoryTest
@OnBothDatabases
class ClockActsProcessTest {

  private static final String SERVICE = "company-registration";
  private static final String REVIEW = "审查名称住所";
  private static final String RED = "boundaryEvent_reviewRegistrationOverdue";
  private static final String AMBER = "userTask_reviewRegistration";
  private static final String CASE_RED = "boundaryEvent_casePromise";

  @Autowired private Hall hall;
  @Autowired private ClockActs acts;
  @Autowired private ClockStories stories;
  @Autowired private PromiseClock clocks;
  @Autowired private CaseFile caseFile;

  @AfterEach
  void closeTheHall() {
    hall.closes();
  }

  @Test
  void standsStillForAnHourOnTheSameDay() {
    ProcessInstance theCase = underReview("ny", "2026-09-15T09:00");
    assertThat(hall.dueOf(theCase, REVIEW)).isEqualTo("2026-09-15T14:30");
    hall.itIs("2026-09-15T10:00");
    String pause = pauses("nyApproval", theCase);
    hall.itIs("2026-09-15T11:00");
    resumes("nyApproval", theCase, pause);

    assertThat(hall.dueOf(theCase, REVIEW)).isEqualTo("2026-09-15T15:30");
    assertThat(hall.timerOf(theCase, RED)).isEqualTo("2026-09-15T15:30");
    assertThat(hall.timerOf(theCase, CASE_RED)).isEqualTo("2026-09-15T15:30");
    assertThat(hall.timerOf(theCase, AMBER)).isEqualTo("2026-09-15T14:30");
    assertThat(acts.journal(theCase.getId()))
        .extracting(ClockEvent::kind, ClockEvent::actor)
        .contains(
            tuple(ClockEvent.Kind.PAUSED, "nyApproval"),
            tuple(ClockEvent.Kind.RESUMED, "nyApproval"),
            tuple(ClockEvent.Kind.MOVED, "nyApproval"));
    hall.itIs("2026-09-15T15:29");
    assertThat(clockOf(theCase, "registration").light()).isEqualTo(Light.AMBER);
    hall.itIs("2026-09-15T15:30");
    assertThat(clockOf(theCase, "registration").light()).isEqualTo(Light.RED);
  }

  @Test
  void standsStillAcrossTheNationalDay() {
    ProcessInstance theCase = underReview("hk", "2026-09-29T09:00");
    assertThat(hall.dueOf(theCase, REVIEW)).isEqualTo("2026-10-09T17:30");
    hall.itIs("2026-09-30T16:30");
    String pause = pauses("hkApproval", theCase);
    hall.itIs("2026-10-08T10:00");
    resumes("hkApproval", theCase, pause);
    assertThat(hall.dueOf(theCase, REVIEW)).isEqualTo("2026-10-10T11:00");
    assertThat(hall.timerOf(theCase, RED)).isEqualTo("2026-10-10T11:00");
    assertThat(storyOf(theCase, "registration"))
        .containsSubsequence(
            "2026-09-29 受理当日不计入",
            "2026-09-30 计 6 小时（09:00–12:00、13:30–16:30）",
            "16:30 停表：专家评审：住所须现场核查（通知书 T-1，经办 河口区 区行政审批局）",
            "2026-10-01 国庆节放假",
            "2026-10-08 计 6 小时（10:00–12:00、13:30–17:30）；恢复时尚余办公时间 15 小时",
            "10:00 恢复计时：专家评审：住所须现场核查（通知书 T-1，经办 河口区 区行政审批局）",
            "10:00 顺延（经办 河口区 区行政审批局）；届满时间由 2026-10-09 17:30 移至 2026-10-10 11:00",
            "2026-10-09 计 7 小时（09:00–12:00、13:30–17:30）",
            "2026-10-10 计 2 小时（09:00–11:00）");
  }

  @Test
  void countsOverlappingPausesOnce() {
    ProcessInstance theCase = underReview("ny", "2026-09-15T09:00");
    hall.itIs("2026-09-15T10:00");
    String first = pauses("nyApproval", theCase);
    hall.itIs("2026-09-15T10:20");
    String second = pauses("nyApproval", theCase);
    hall.itIs("2026-09-15T10:40");
    resumes("nyApproval", theCase, first);
    assertThat(clockOf(theCase, "case").pausedAt()).isNotNull();
    hall.itIs("2026-09-15T11:00");
    resumes("nyApproval", theCase, second);
    assertThat(hall.dueOf(theCase, REVIEW)).isEqualTo("2026-09-15T15:30");
    assertThat(clockOf(theCase, "case").pausedAt()).isNull();
    assertThat(storyOf(theCase, "case"))
        .contains("2026-09-15 计 4 小时（09:00–10:00、11:00–12:00、13:30–15:30）；恢复时尚余办公时间 3 小时");
  }

  @Test
  void firesNothingWhileItStandsStillAcrossTheDueDate() {
    ProcessInstance theCase = underReview("hk", "2026-09-15T09:00");
    hall.itIs("2026-09-18T17:00");
    String pause = pauses("hkApproval", theCase);
    hall.itIs("2026-09-24T09:30");
    assertThat(hall.openTasks(theCase)).containsExactly(REVIEW);
    assertThat(clocks.remaining(clockOf(theCase, "registration"))).isEqualTo("停表中");
    resumes("hkApproval", theCase, pause);
    assertThat(hall.dueOf(theCase, REVIEW)).isEqualTo("2026-09-24T10:00");
    hall.itIs("2026-09-24T10:00");
    assertThat(hall.openTasks(theCase)).containsExactly(REVIEW, "督办并说明原因");
  }

  @Test
  void holdsAlsoTheStepsThatBeginWhileTheCaseStandsStill() {
    ProcessInstance theCase = underReview("ny", "2026-09-15T09:00", "taxChoice", "now");
    hall.itIs("2026-09-15T10:00");
    String pause = pauses("nyApproval", theCase);
    hall.itIs("2026-09-15T10:30");
    hall.completes("nyApproval", theCase, REVIEW, Map.of("registrationDecision", "grant"));
    hall.itIs("2026-09-16T09:00");
    assertThat(hall.openTasks(theCase)).containsExactly("办理涉税事项");
    resumes("nyApproval", theCase, pause);
    assertThat(hall.dueOf(theCase, "办理涉税事项")).isEqualTo("2026-09-16T12:00");
    assertThat(hall.timerOf(theCase, "boundaryEvent_handleTaxOverdue"))
        .isEqualTo("2026-09-16T12:00");
    hall.itIs("2026-09-16T12:00");
    assertThat(hall.openTasks(theCase)).contains("督办并说明原因");
  }

  @Test
  void refusesAPauseWithoutNoticeAndReason() {
    ProcessInstance theCase = underReview("ny", "2026-09-15T09:00");
    assertThatThrownBy(
            () -> by("nyApproval", () -> acts.pause(theCase.getId(), PauseKind.HEARING, " ", null)))
        .satisfies(
            refusal ->
                assertThat(Problem.in(refusal).fields())
                    .extracting(Problem.Field::key)
                    .containsExactly("noticeNo", "reason"));
    assertThat(clockOf(theCase, "case").pausedAt()).isNull();
    assertThat(acts.pauses(theCase.getId())).isEmpty();
  }

  @Test
  void refusesAPauseThatThePlanAllowsForOtherServicesOnly() {
    ProcessInstance theCase = underReview("ny", "2026-09-15T09:00");
    refused(
        400,
        () ->
            by(
                "nyApproval",
                () -> acts.pause(theCase.getId(), PauseKind.CUSTOMER_WORKS, "T-1", "用户工程")));
  }

  @Test
  void letsOnlyTheApprovalBureauOfTheSameCountyStopTheClocks() {
    ProcessInstance theCase = underReview("ny", "2026-09-15T09:00");
    refused(403, () -> pauses("nyTax", theCase));
    refused(403, () -> pauses("nyClerk", theCase));
    refused(403, () -> pauses("hkApproval", theCase));
    String pause = pauses("nyApproval", theCase);
    refused(403, () -> resumes("nyTax", theCase, pause));
    refused(409, () -> resumes("nyApproval", theCase, "no such pause"));
    resumes("nyApproval", theCase, pause);
    refused(409, () -> resumes("nyApproval", theCase, pause));
  }

  @Test
  void doesNotStopTheFiveDaysInWhichTheWindowMustAnswer() {
    hall.itIs("2026-09-15T09:00");
    ProcessInstance theCase = hall.starts("nyClerk", SERVICE, tradingCompany());
    refused(409, () -> pauses("nyApproval", theCase));
  }

  @Test
  void extendsTheLawsLimitOnceWhereItGoverns() {
    ProcessInstance theCase = underReview("hk", "2026-09-15T09:00");
    hall.itIs("2026-09-16T10:00");
    extend("hkLeader", theCase, 3, "情形复杂，须核实住所");

    assertThat(hall.dueOf(theCase, REVIEW)).isEqualTo("2026-09-22T17:30");
    assertThat(hall.timerOf(theCase, RED)).isEqualTo("2026-09-22T17:30");
    assertThat(hall.timerOf(theCase, CASE_RED)).isEqualTo("2026-09-22T17:30");
    assertThat(hall.timerOf(theCase, AMBER)).isEqualTo("2026-09-22T09:00");
    assertThat(acts.journal(theCase.getId()))
        .extracting(ClockEvent::kind, ClockEvent::actor, ClockEvent::reason)
        .contains(tuple(ClockEvent.Kind.EXTENDED, "hkLeader", "情形复杂，须核实住所"));
    assertThat(storyOf(theCase, "registration"))
        .containsSubsequence("2026-09-18 第 3 个工作日", "2026-09-19 星期六", "2026-09-20 延期第 1 个工作日");
    refused(409, () -> extend("hkLeader", theCase, 1, "再延一日"));
  }

  @Test
  void leavesAPromiseWhereItIsWhenTheLawsLimitIsExtended() {
    ProcessInstance theCase = underReview("ny", "2026-09-15T09:00");
    extend("nyLeader", theCase, 2, "情形复杂");
    assertThat(hall.dueOf(theCase, REVIEW)).isEqualTo("2026-09-15T14:30");
    assertThat(clockOf(theCase, "case").statutoryDueAt())
        .isEqualTo(Instant.parse("2026-09-21T09:30:00Z"));
    assertThat(storyOf(theCase, "case"))
        .contains("09:00 延期：情形复杂（经办 宁阳县 本机关负责人）；法定时限由 2026-09-18 17:30 移至 2026-09-21 17:30，对外承诺不变");
  }

  @Test
  void refusesAnExtensionThatIsTooLongOrByTheWrongPerson() {
    ProcessInstance theCase = underReview("hk", "2026-09-15T09:00");
    refused(400, () -> extend("hkLeader", theCase, 4, "情形复杂"));
    refused(400, () -> extend("hkLeader", theCase, 0, "情形复杂"));
    refused(400, () -> extend("hkLeader", theCase, 1, ""));
    refused(403, () -> extend("hkApproval", theCase, 1, "情形复杂"));
    refused(403, () -> extend("nyLeader", theCase, 1, "情形复杂"));
    assertThat(hall.dueOf(theCase, REVIEW)).isEqualTo("2026-09-18T17:30");
    hall.itIs("2026-09-19T09:00");
    refused(409, () -> extend("hkLeader", theCase, 1, "情形复杂"));
  }

  @Test
  void isAcceptedAsOfReceiptWhenTheWindowIsSilentForFiveWorkingDays() {
    hall.itIs("2026-09-15T10:00");
    ProcessInstance theCase = hall.starts("nyClerk", SERVICE, tradingCompany());
    hall.itIs("2026-09-21T17:29");
    assertThat(hall.openTasks(theCase)).containsExactly("审查申请材料");

    hall.itIs("2026-09-21T17:30");
    CaseRecord file = caseFile.find(theCase.getBusinessKey()).orElseThrow();
    assertThat(file.state()).isEqualTo(CaseState.ACCEPTED);
    assertThat(file.acceptedAt()).isEqualTo(Instant.parse("2026-09-15T02:00:00Z"));
    assertThat(hall.openTasks(theCase)).contains("统一出件", "督办并说明原因").doesNotContain("审查申请材料");
    assertThat(acts.journal(theCase.getId()))
        .filteredOn(event -> event.kind() == ClockEvent.Kind.DEEMED_ACCEPTED)
        .singleElement()
        .satisfies(event -> assertThat(event.actor()).isNull());
    assertThat(hall.path(theCase)).contains("event_deemedAcceptedAtWindow", "event_accepted");
    assertThat(storyOf(theCase, "acceptance"))
        .contains("2026-09-21 第 5 个工作日")
        .anyMatch(line -> line.startsWith("17:30 视为受理：《行政许可法》第三十二条"));
  }

  private ProcessInstance underReview(String prefix, String when, Object... more) {
    hall.itIs(when);
    Map<String, Object> form = with(tradingCompany(), Map.of("additionalPremises", "二号仓库"));
    if (more.length > 0) {
      form = with(form, Map.of((String) more[0], more[1]));
    }
    ProcessInstance theCase = hall.starts(prefix + "Clerk", SERVICE, form);
    hall.completes(prefix + "Clerk", theCase, "审查申请材料", Map.of("materialsDecision", "complete"));
    return theCase;
  }

  private String pauses(String person, ProcessInstance theCase) {
    return hall.as(
        person, () -> acts.pause(theCase.getId(), PauseKind.EXPERT_REVIEW, "T-1", "住所须现场核查"));
  }

  private void resumes(String person, ProcessInstance theCase, String pause) {
    by(person, () -> acts.resume(theCase.getId(), pause));
  }

  private void extend(String person, ProcessInstance theCase, int units, String reason) {
    by(person, () -> acts.extend(theCase.getId(), units, reason));
  }

  private void by(String person, Runnable deed) {
    hall.as(
        person,
        () -> {
          deed.run();
          return null;
        });
  }

  private static void refused(int status, ThrowingCallable deed) {
    assertThatThrownBy(deed)
        .satisfies(refusal -> assertThat(Problem.in(refusal).status()).isEqualTo(status));
  }

  private StepClock clockOf(ProcessInstance theCase, String step) {
    return clocks.all(theCase.getId()).stream()
        .filter(clock -> clock.step().equals(step))
        .findFirst()
        .orElseThrow();
  }

  /** Each day's reason and, below it, what happened on it. */
  private List<String> storyOf(ProcessInstance theCase, String step) {
    return stories.of(clockOf(theCase, step)).days().stream()
        .flatMap(
            day -> Stream.concat(Stream.of(day.date() + " " + day.why()), day.events().stream()))
        .toList();
  }
}
