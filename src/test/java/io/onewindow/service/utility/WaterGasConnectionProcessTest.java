package io.onewindow.service.utility;

import static io.onewindow.service.utility.Connections.keys;
import static io.onewindow.service.utility.Connections.water;
import static io.onewindow.story.Applications.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onewindow.casefile.CaseFile;
import io.onewindow.casefile.CaseState;
import io.onewindow.database.OnBothDatabases;
import io.onewindow.promise.Basis;
import io.onewindow.promise.ClockActs;
import io.onewindow.promise.Light;
import io.onewindow.promise.PromiseClock;
import io.onewindow.promise.StepClock;
import io.onewindow.story.Hall;
import io.onewindow.story.StoryTest;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** 供水供气报装: three working days without an outer line, four for the permit of one. */
@StoryTest
@OnBothDatabases
class WaterGasConnectionProcessTest {

  private static final String SERVICE = "water-gas-connection";
  private static final String PROMISE = "boundaryEvent_casePromise";
  private static final String PERMIT = "boundaryEvent_linePermitPromise";
  private static final Map<String, Object> NO_CUSTOMER_WORKS = Map.of("customerWorks", "no");

  @Autowired private Hall hall;
  @Autowired private CaseFile caseFile;
  @Autowired private PromiseClock clocks;
  @Autowired private ClockActs acts;
  @Autowired private RuntimeService runtime;

  @AfterEach
  void closeTheHall() {
    hall.closes();
  }

  @ParameterizedTest
  @CsvSource({
    "lc,2026-09-15T10:00,2026-09-18T17:30,PROMISED",
    "sx,2026-09-28T10:00,2026-10-08T17:30,PROMISED",
    "sx,2026-02-13T10:00,2026-02-25T17:30,PROMISED",
    "ny,2026-09-15T10:00,2026-09-21T17:30,INTERNAL",
    "hk,2026-09-15T10:00,2026-09-21T17:30,INTERNAL"
  })
  void promisesThreeWorkingDaysWithoutAnOuterLineWhereThePlanSaysSo(
      String place, String accepted, String due, Basis basis) {
    hall.itIs(accepted);
    ProcessInstance theCase = underway(place, "no");
    assertThat(hall.timerOf(theCase, PROMISE)).isEqualTo(due);
    assertThat(clockOf(theCase, "case").basis()).isEqualTo(basis);
    assertThat(hall.dueOf(theCase, "勘查并答复方案")).isEqualTo(due);
  }

  @Test
  void connectsAndHandsTheContractOut() {
    hall.itIs("2026-09-15T10:00");
    ProcessInstance theCase = underway("sx", "no");
    hall.itIs("2026-09-16T10:00");
    hall.completes("sxUtilities", theCase, "勘查并答复方案", surveyed("2026-09-16", "no"));
    hall.itIs("2026-09-17T15:00");
    hall.completes("sxUtilities", theCase, "通水通气", connected("2026-09-17"));
    assertThat(clockOf(theCase, "case").light()).isEqualTo(Light.GREEN);
    assertThat(stateOf(theCase)).isEqualTo(CaseState.ISSUED);
    assertThat(hall.hasEnded(theCase)).isTrue();
  }

  @Test
  void doesNotCountTheCustomersOwnPipesAcrossTheNationalDay() {
    hall.itIs("2026-09-28T10:00");
    ProcessInstance theCase = underway("lc", "no");
    hall.itIs("2026-09-30T16:30");
    hall.completes("lcUtilities", theCase, "勘查并答复方案", surveyed("2026-09-30", "yes"));
    assertThat(clockOf(theCase, "case").pausedAt()).isNotNull();
    assertThat(acts.pauses(theCase.getId()))
        .singleElement()
        .satisfies(pause -> assertThat(pause.noticeNo()).contains("聊政发〔2021〕7号 附件四(四)"));
    hall.itIs("2026-10-12T10:00");
    assertThat(hall.openTasks(theCase)).containsExactly("登记用户工程");
    hall.completes(
        "lcUtilities",
        theCase,
        "登记用户工程",
        Map.of("customerWorksDoneOn", "2026-10-11", "customerContractor", "顺达管道公司"));
    // one working day and one hour were left
    assertThat(hall.timerOf(theCase, PROMISE)).isEqualTo("2026-10-13T11:00");
    hall.itIs("2026-10-13T10:59");
    assertThat(hall.openTasks(theCase)).containsExactly("通水通气");
    hall.itIs("2026-10-13T11:00");
    assertThat(clockOf(theCase, "case").light()).isEqualTo(Light.RED);
    assertThat(hall.openTasks(theCase)).contains("督办并说明原因");
  }

  @Test
  void turnsAmberAndThenRedAndIsSupervised() {
    hall.itIs("2026-09-15T10:00");
    ProcessInstance theCase = underway("sx", "no");
    hall.itIs("2026-09-18T09:00");
    assertThat(clockOf(theCase, "survey").light()).isEqualTo(Light.AMBER);
    hall.itIs("2026-09-18T17:29");
    assertThat(clockOf(theCase, "case").light()).isEqualTo(Light.GREEN);
    hall.itIs("2026-09-18T17:30");
    assertThat(clockOf(theCase, "case").light()).isEqualTo(Light.RED);
    hall.completes(
        "sxSupervisor",
        theCase,
        "督办并说明原因",
        Map.of("overdueReason", "勘查人员不足", "correctiveAction", "增派勘查人员当日完成"));
    assertThat(hall.openTasks(theCase)).containsExactly("勘查并答复方案");
  }

  @Test
  void promisesFourWorkingDaysForThePermitOfAnOuterLineAndCountsNoWorks() {
    hall.itIs("2026-09-15T10:00");
    ProcessInstance theCase = underway("sx", "yes");
    assertThat(hall.openTasks(theCase)).containsExactly("制定外线方案");
    hall.completes("sxUtilities", theCase, "制定外线方案", designed(Map.of()));
    assertThat(hall.timerOf(theCase, PERMIT)).isEqualTo("2026-09-20T17:30");
    StepClock permit = permitClock(theCase);
    assertThat(permit.basis()).isEqualTo(Basis.PROMISED);
    assertThat(permit.promiseId()).isEqualTo("SX21-108");

    grantRoad(theCase, "sx");
    assertThat(hall.openTasks(theCase)).containsExactly("登记外线完工");
    assertThat(hall.variable(theCase, "permitGranted")).isEqualTo(true);
    hall.itIs("2026-10-20T10:00");
    hall.completes(
        "sxUtilities",
        theCase,
        "登记外线完工",
        Map.of("lineBuiltOn", "2026-10-19", "lineWorksNote", "敷设DN100管120米，路面已恢复"));
    // the plan is silent about the enterprise's part where there was an outer line
    assertThat(clockOf(theCase, "case").basis()).isEqualTo(Basis.INTERNAL);
    assertThat(hall.timerOf(theCase, PROMISE)).isEqualTo("2026-10-27T17:30");
    hall.completes("sxUtilities", theCase, "通水通气", connected("2026-10-20"));
    assertThat(hall.hasEnded(theCase)).isTrue();
  }

  @Test
  void leavesItToTheOfficerWhatAShortDistanceIs() {
    hall.itIs("2026-09-15T10:00");
    ProcessInstance theCase = underway("lc", "yes");
    hall.completes(
        "lcUtilities", theCase, "制定外线方案", designed(Map.of("commitmentRequested", "yes")));
    assertThat(hall.openTasks(theCase)).containsExactly("审核告知承诺");
    hall.completes(
        "lcApproval",
        theCase,
        "审核告知承诺",
        Map.of("commitmentDecision", "accept", "commitmentNote", "外线长120米，不涉及快速路和主干道"));
    assertThat(hall.variable(theCase, "permitGranted")).isEqualTo(true);
    assertThat(hall.openTasks(theCase)).containsExactly("登记外线完工");
    assertThat(hall.variable(theCase, "permitNo")).isEqualTo(theCase.getBusinessKey() + "-S1");
  }

  @Test
  void supervisesThePermitThatIsLateAcrossTheNationalDay() {
    hall.itIs("2026-09-28T10:00");
    ProcessInstance theCase = underway("lc", "yes");
    hall.completes("lcUtilities", theCase, "制定外线方案", designed(Map.of()));
    assertThat(hall.timerOf(theCase, PERMIT)).isEqualTo("2026-10-09T17:30");
    hall.itIs("2026-10-09T17:29");
    assertThat(permitClock(theCase).light()).isEqualTo(Light.GREEN);
    hall.itIs("2026-10-09T17:30");
    assertThat(permitClock(theCase).light()).isEqualTo(Light.RED);
    assertThat(hall.openTasks(theCase)).contains("督办并说明原因");
  }

  @Test
  void closesTheCaseWhenTheLineIsNotPermitted() {
    hall.itIs("2026-09-15T10:00");
    ProcessInstance theCase = underway("hk", "yes");
    hall.completes(
        "hkUtilities", theCase, "制定外线方案", designed(Map.of("simplifiedProcedure", "yes")));
    assertThat(permitClock(theCase).basis()).isEqualTo(Basis.INTERNAL);
    hall.completes(
        "hkUrbanMgmt",
        theCase,
        "简易审批",
        Map.of("permitDecision", "refuse", "permitReason", "与既有燃气管间距不足"));
    assertThat(stateOf(theCase)).isEqualTo(CaseState.REJECTED);
    hall.completes("hkClerk", theCase, "送达决定书", Map.of("deliveredTo", "王明德"));
    assertThat(hall.hasEnded(theCase)).isTrue();
  }

  @Test
  void tellsTheReasonOfTheDepartmentThatObjectsToTheLine() {
    hall.itIs("2026-09-15T10:00");
    ProcessInstance theCase = underway("sx", "yes");
    hall.completes("sxUtilities", theCase, "制定外线方案", designed(Map.of()));
    hall.completes(
        "sxUrbanMgmt",
        theCase,
        "审查挖掘占道",
        Map.of("reviewOpinion", "object", "reviewConditions", "该路段竣工未满五年"));
    hall.completes("sxPolice", theCase, "审查交通影响", Map.of("reviewOpinion", "agree"));
    hall.completes(
        "sxApproval",
        theCase,
        "集中审查",
        Map.of(
            "examinedOn", "2026-09-15",
            "examiners", "城管、交警",
            "permitDecision", "refuse",
            "permitReason", "该路段竣工未满五年"));
    assertThat(stateOf(theCase)).isEqualTo(CaseState.REJECTED);
    assertThat(hall.openTasks(theCase)).containsExactly("送达决定书");
    assertThat(hall.variable(theCase, "permitReason")).isEqualTo("该路段竣工未满五年");
  }

  @Test
  void goesTheSimplifiedWayInHekouOnly() {
    hall.itIs("2026-09-15T10:00");
    ProcessInstance there = underway("hk", "yes");
    hall.completes("hkUtilities", there, "制定外线方案", designed(Map.of("simplifiedProcedure", "yes")));
    hall.completes(
        "hkUrbanMgmt",
        there,
        "简易审批",
        Map.of("permitDecision", "grant", "permitNo", "河口简批2026-0008"));
    assertThat(hall.openTasks(there)).containsExactly("登记外线完工");

    ProcessInstance elsewhere = underway("ny", "yes");
    assertThatThrownBy(
            () ->
                hall.completes(
                    "nyUtilities",
                    elsewhere,
                    "制定外线方案",
                    designed(Map.of("simplifiedProcedure", "yes"))))
        .satisfies(refusal -> assertThat(keys(refusal)).containsExactly("simplifiedProcedure"))
        .hasStackTraceContaining("东河政发〔2021〕3号 二(四)3");
  }

  @Test
  void refusesALineOfNothingAndOneThatTouchesNothing() {
    hall.itIs("2026-09-15T10:00");
    ProcessInstance theCase = underway("sx", "yes");
    assertThatThrownBy(
            () ->
                hall.completes(
                    "sxUtilities",
                    theCase,
                    "制定外线方案",
                    designed(
                        Map.of(
                            "lineLength", "0",
                            "roadExcavation", "no",
                            "plannedStart", "2026-09-14"))))
        .satisfies(
            refusal ->
                assertThat(keys(refusal))
                    .containsExactly("lineLength", "roadExcavation", "plannedStart"));
    assertThatThrownBy(
            () ->
                hall.completes(
                    "sxUtilities", theCase, "制定外线方案", designed(Map.of("lineLength", "-120"))))
        .satisfies(refusal -> assertThat(keys(refusal)).containsOnly("lineLength"))
        .hasStackTraceContaining("《城市道路管理条例》第三十六条");
  }

  @Test
  void namesEveryFieldOfTheApplicationThatIsWrong() {
    hall.itIs("2026-09-15T10:00");
    assertThatThrownBy(
            () ->
                hall.starts(
                    "sxClerk",
                    SERVICE,
                    with(water(), Map.of("waterPipe", "0", "builderCode", "91371522MA3C0ABC10"))))
        .satisfies(
            refusal -> assertThat(keys(refusal)).containsExactly("builderCode", "waterPipe"));
    assertThatThrownBy(
            () -> hall.starts("sxClerk", SERVICE, with(water(), Map.of("supplyKind", "both"))))
        .satisfies(refusal -> assertThat(keys(refusal)).containsExactly("gasUse", "gasFlow"));
  }

  @Test
  void tellsTheCustomerWhyAnApplicationIsNotAccepted() {
    hall.itIs("2026-09-15T10:00");
    ProcessInstance theCase = hall.starts("nyClerk", SERVICE, water());
    assertThat(hall.dueOf(theCase, "受理报装申请")).isEqualTo("2026-09-16T17:30");
    hall.completes(
        "nyUtilities",
        theCase,
        "受理报装申请",
        Map.of("acceptanceDecision", "refuse", "acceptanceReason", "该址已有在用水表"));
    assertThat(stateOf(theCase)).isEqualTo(CaseState.REFUSED);
    hall.completes("nyClerk", theCase, "送达决定书", Map.of("deliveredTo", "王明德"));
    assertThat(hall.hasEnded(theCase)).isTrue();
  }

  private ProcessInstance underway(String place, String outerLine) {
    ProcessInstance theCase = hall.starts(place + "Clerk", SERVICE, water());
    hall.completes(
        place + "Utilities",
        theCase,
        "受理报装申请",
        Map.of("acceptanceDecision", "accept", "outerLine", outerLine));
    return theCase;
  }

  private void grantRoad(ProcessInstance theCase, String place) {
    Connections.grantsRoad(hall, theCase, place, "2026-09-15");
  }

  private static Map<String, Object> surveyed(String day, String customerWorks) {
    return Map.of(
        "supplyPlanNo",
        "GSFA-2026-0001",
        "planAnsweredOn",
        day,
        "supplyPlan",
        "由通运路DN300干管接DN100支管",
        "customerWorks",
        customerWorks);
  }

  private static Map<String, Object> designed(Map<String, Object> changes) {
    return with(with(Connections.line(), NO_CUSTOMER_WORKS), changes);
  }

  private static Map<String, Object> connected(String day) {
    return Map.of("contractNo", "GYS-2026-0001", "meterNo", "S3730001", "connectedOn", day);
  }

  /** The clock of the permit stands in the process that was called for it. */
  private StepClock permitClock(ProcessInstance theCase) {
    List<String> called =
        runtime
            .createProcessInstanceQuery()
            .processDefinitionKey("water-gas-line-permit")
            .processInstanceBusinessKey(theCase.getBusinessKey())
            .list()
            .stream()
            .map(ProcessInstance::getId)
            .toList();
    return clocks.all(called).stream()
        .filter(clock -> clock.step().equals("case"))
        .findFirst()
        .orElseThrow();
  }

  private StepClock clockOf(ProcessInstance theCase, String step) {
    return clocks.all(theCase.getId()).stream()
        .filter(clock -> clock.step().equals(step))
        .findFirst()
        .orElseThrow();
  }

  private CaseState stateOf(ProcessInstance theCase) {
    return caseFile.find(theCase.getBusinessKey()).orElseThrow().state();
  }
}
