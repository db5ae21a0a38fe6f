package io.onewindow.service.municipalfacilitypermit;

import static io.onewindow.story.Applications.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onewindow.casefile.CaseFile;
import io.onewindow.casefile.CaseState;
import io.onewindow.casefile.material.Materials;
import io.onewindow.database.OnBothDatabases;
import io.onewindow.desk.UnifiedSocialCreditCode;
import io.onewindow.problem.Problem;
import io.onewindow.story.Hall;
import io.onewindow.story.StoryTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 市政设施建设类审批: three matters, one examination, one decision, alone and called. */
@StoryTest
@OnBothDatabases
class MunicipalFacilityPermitProcessTest {

  private static final String SERVICE = "municipal-facility-permit";
  private static final String CASE_CLOCK = "boundaryEvent_casePromise";

  @Autowired private Hall hall;
  @Autowired private CaseFile caseFile;
  @Autowired private Materials materials;
  @Autowired private JdbcClient jdbc;
  @Autowired private RepositoryService repository;
  @Autowired private RuntimeService runtime;

  @AfterEach
  void closeTheHall() {
    hall.closes();
  }

  @Test
  void asksEveryDepartmentAtOnceExaminesOnceAndIssuesOneDecisionAcrossTheNationalDay() {
    hall.itIs("2026-09-29T10:00");
    ProcessInstance theCase = accepted("lc", allThree());
    assertThat(hall.openTasks(theCase))
        .containsExactlyInAnyOrder("审查挖掘占道", "审查交通影响", "审查绿地树木", "审查供排水改动");
    assertThat(hall.timerOf(theCase, CASE_CLOCK)).isEqualTo("2026-11-02T17:30");
    assertThat(hall.dueOf(theCase, "审查挖掘占道")).isEqualTo("2026-10-08T17:30");

    reviews("lcUrbanMgmt", theCase, "审查挖掘占道", "conditions");
    reviews("lcPolice", theCase, "审查交通影响", "agree");
    reviews("lcUrbanMgmt", theCase, "审查绿地树木", "agree");
    assertThat(hall.openTasks(theCase)).containsExactly("审查供排水改动");
    hall.itIs("2026-09-30T11:00");
    reviews("lcUrbanMgmt", theCase, "审查供排水改动", "agree");
    assertThat(hall.dueOf(theCase, "集中审查")).isEqualTo("2026-10-08T17:30");
    assertThat((String) hall.variable(theCase, "opinionsText"))
        .isEqualTo("挖掘、占用道路：同意：夜间22时后施工，设围挡\n交通影响：同意\n绿地、树木：同意\n供水、排水设施：同意");
    assertThatThrownBy(() -> examines("lc", theCase, "2026-09-30", "refuse"))
        .satisfies(refusal -> assertThat(Problem.in(refusal)).hasMessageContaining("各部门均同意"));
    examines("lc", theCase, "2026-09-30", "grant");
    assertThat(hall.variable(theCase, "permitNo")).isEqualTo(theCase.getBusinessKey() + "-S1");
    assertThat(hall.variable(theCase, "permitGranted")).isEqualTo(true);
    hall.completes(
        "lcClerk", theCase, "统一出件", Map.of("handOutMethod", "pickup", "recipientName", "王明德"));
    assertThat(stateOf(theCase)).isEqualTo(CaseState.ISSUED);
    assertThat(hall.hasEnded(theCase)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"sx,UrbanMgmt,UrbanMgmt", "ny,UrbanMgmt,Housing", "hk,UrbanMgmt,Water"})
  void asksTheDepartmentsThatActInEachJurisdiction(String place, String road, String water) {
    hall.itIs("2026-09-15T10:00");
    ProcessInstance theCase = accepted(place, allThree());
    assertThat(hall.listOf(place + road)).contains("审查挖掘占道", "审查绿地树木");
    assertThat(hall.listOf(place + water)).contains("审查供排水改动");
    assertThat(hall.listOf(place + "Police")).containsExactly("审查交通影响");
    assertThat(materials.list(theCase.getBusinessKey()))
        .extracting("name")
        .contains("道路挖掘设计和施工文件", "绿地树木平面图和恢复方案", "供排水设施拆除、改动、迁移方案");
  }

  @Test
  void asksOnlyTheDepartmentsOfTheMattersAppliedFor() {
    hall.itIs("2026-09-15T10:00");
    Map<String, Object> trees =
        with(allThree(), Map.of("roadExcavation", "no", "waterFacilityChange", "no"));
    ProcessInstance theCase = accepted("sx", trees);
    assertThat(hall.openTasks(theCase)).containsExactly("审查绿地树木");
    assertThat(materials.list(theCase.getBusinessKey()))
        .extracting("name")
        .contains("绿地树木平面图和恢复方案")
        .doesNotContain("道路挖掘设计和施工文件");
  }

  @Test
  void tellsOnceWhatIsMissingAndCountsTheLawsDaysFromTheAcceptanceAfterIt() {
    hall.itIs("2026-09-28T10:00");
    ProcessInstance theCase = hall.starts("sxClerk", SERVICE, onlyRoad());
    hall.completes(
        "sxClerk",
        theCase,
        "审查申请材料",
        Map.of("materialsDecision", "notice", "missingItems", "道路挖掘设计和施工文件"));
    assertThat(stateOf(theCase)).isEqualTo(CaseState.NOTIFIED);
    hall.itIs("2026-10-08T10:00");
    hall.completes("sxClerk", theCase, "登记补正材料", Map.of("supplementNote", "已补齐"));
    hall.completes("sxClerk", theCase, "审查申请材料", Map.of("materialsDecision", "complete"));
    assertThat(hall.timerOf(theCase, CASE_CLOCK)).isEqualTo("2026-11-04T17:30");
    assertThat(hall.openTasks(theCase)).containsExactlyInAnyOrder("审查挖掘占道", "审查交通影响");
  }

  @Test
  void isNotAcceptedForAReasonThatIsDelivered() {
    hall.itIs("2026-09-15T10:00");
    ProcessInstance theCase = hall.starts("sxClerk", SERVICE, onlyRoad());
    hall.completes(
        "sxClerk",
        theCase,
        "审查申请材料",
        Map.of("materialsDecision", "refer", "referReason", "不属城市道路"));
    hall.completes(
        "sxApproval",
        theCase,
        "决定是否受理",
        Map.of("acceptanceDecision", "refuse", "acceptanceReason", "该路段属公路，应向交通运输部门申请"));
    assertThat(stateOf(theCase)).isEqualTo(CaseState.REFUSED);
    hall.completes("sxClerk", theCase, "送达决定书", Map.of("deliveredTo", "王明德"));
    assertThat(hall.hasEnded(theCase)).isTrue();
  }

  @Test
  void refusesWhereADepartmentObjectsAndDeliversTheDecision() {
    hall.itIs("2026-09-15T10:00");
    ProcessInstance theCase = accepted("sx", onlyRoad());
    reviews("sxUrbanMgmt", theCase, "审查挖掘占道", "object");
    reviews("sxPolice", theCase, "审查交通影响", "agree");
    assertThatThrownBy(() -> examines("sx", theCase, "2026-09-15", "grant"))
        .satisfies(
            refusal -> assertThat(Problem.in(refusal)).hasMessageContaining("应为不予许可：挖掘、占用道路审查不同意"));
    examines("sx", theCase, "2026-09-15", "refuse");
    assertThat(stateOf(theCase)).isEqualTo(CaseState.REJECTED);
    hall.completes("sxClerk", theCase, "送达决定书", Map.of("deliveredTo", "王明德"));
    assertThat(hall.hasEnded(theCase)).isTrue();
    assertThat(hall.variable(theCase, "permitGranted")).isEqualTo(false);
  }

  @Test
  void grantsAtOnceWhereTheOfficerFindsACommitmentEnough() {
    hall.itIs("2026-09-15T10:00");
    ProcessInstance theCase = accepted("sx", byCommitment());
    assertThat(hall.openTasks(theCase)).containsExactly("审核告知承诺");
    hall.completes("sxApproval", theCase, "审核告知承诺", committed("accept"));
    assertThat(hall.openTasks(theCase)).containsExactly("统一出件");
    assertThat(hall.variable(theCase, "permitNo")).isEqualTo(theCase.getBusinessKey() + "-S1");
  }

  @Test
  void asksTheDepartmentsWhereTheOfficerFindsACommitmentNotEnough() {
    hall.itIs("2026-09-15T10:00");
    ProcessInstance theCase = accepted("sx", byCommitment());
    hall.completes("sxApproval", theCase, "审核告知承诺", committed("review"));
    assertThat(hall.openTasks(theCase)).containsExactlyInAnyOrder("审查挖掘占道", "审查交通影响");
  }

  @Test
  void turnsAmberAndRedIsSupervisedAndTheLawsTwentyDaysRunOn() {
    hall.itIs("2026-02-11T10:00");
    ProcessInstance theCase = accepted("sx", onlyRoad());
    assertThat(hall.dueOf(theCase, "审查交通影响")).isEqualTo("2026-02-13T17:30");
    assertThat(hall.timerOf(theCase, CASE_CLOCK)).isEqualTo("2026-03-17T17:30");
    hall.itIs("2026-02-13T17:30");
    assertThat(hall.openTasks(theCase)).contains("督办并说明原因");
    hall.itIs("2026-03-17T17:29");
    long before = count(theCase, "督办并说明原因");
    hall.itIs("2026-03-17T17:30");
    assertThat(count(theCase, "督办并说明原因")).isEqualTo(before + 1);
  }

  @ParameterizedTest
  @CsvSource({
    "excavationLength,0,应为大于0的数：须按批准的位置、面积、期限挖掘、占用（《城市道路管理条例》第三十六条）",
    "excavationLength,-3,《城市道路管理条例》第三十六条",
    "excavationWidth,一米二,应为大于0的数",
    "plannedStart,2026-09-14,应不早于今天 2026-09-15",
    "plannedStart,2026-02-30,应为日期",
    "plannedEnd,2026-09-27,应不早于计划开工日期 2026-09-28",
    "builderCode,91371522MA3C0ABC11,校验不通过"
  })
  void refusesWhatCannotBe(String field, String value, String reason) {
    hall.itIs("2026-09-15T10:00");
    assertThatThrownBy(
            () -> hall.starts("sxClerk", SERVICE, with(onlyRoad(), Map.of(field, value))))
        .satisfies(
            refusal ->
                assertThat(Problem.in(refusal).fields())
                    .singleElement()
                    .satisfies(
                        one -> {
                          assertThat(one.key()).isEqualTo(field);
                          assertThat(one.reason()).contains(reason);
                        }));
  }

  @Test
  void refusesAnApplicationForNothingAndOneForNoTreesAndNoLawn() {
    hall.itIs("2026-09-15T10:00");
    assertThatThrownBy(
            () -> hall.starts("sxClerk", SERVICE, with(onlyRoad(), Map.of("roadExcavation", "no"))))
        .hasStackTraceContaining("至少选一项：各类审批已合并为一个事项（莘政发〔2021〕28号 附件二(八)）");
    assertThatThrownBy(
            () ->
                hall.starts(
                    "sxClerk",
                    SERVICE,
                    with(allThree(), Map.of("greenArea", "0", "treeCount", "0"))))
        .hasStackTraceContaining("不能都为0");
  }

  @Test
  void mergesTheChangeOfAGreenPlanOnlyWhereThePlanDoesAndNeverByCommitment() {
    hall.itIs("2026-09-15T10:00");
    Map<String, Object> plan =
        with(
            onlyRoad(),
            Map.of(
                "roadExcavation", "no",
                "greenPlanChange", "yes",
                "greenPlan", "规划绿地200平方米调整为管廊用地，另补同等面积"));
    for (String place : List.of("lc", "sx", "hk")) {
      assertThatThrownBy(() -> hall.starts(place + "Clerk", SERVICE, plan))
          .satisfies(
              refusal ->
                  assertThat(Problem.in(refusal).fields())
                      .extracting(Problem.Field::key)
                      .containsExactly("greenPlanChange"));
    }
    ProcessInstance theCase = accepted("ny", plan);
    assertThat(hall.openTasks(theCase)).containsExactly("审查绿地树木");
    assertThat(hall.variable(theCase, "mattersText")).isEqualTo("改变绿化规划、绿化用地的使用性质审批");
    assertThatThrownBy(
            () ->
                hall.starts(
                    "nyClerk",
                    SERVICE,
                    with(
                        byCommitment(),
                        Map.of("greenPlanChange", "yes", "greenPlan", "规划绿地200平方米调整为管廊用地"))))
        .hasStackTraceContaining("改变绿化规划不属于市政设施接入工程");
  }

  @ParameterizedTest
  @CsvSource({"sx,短距离报装工程（莘政发〔2021〕28号 附件四(三)）", "hk,市政设施接入工程（东河政发〔2021〕3号 二(二)11）"})
  void tellsTheOfficerForWhatThePlanTriesCommitments(String place, String works) {
    hall.itIs("2026-09-15T10:00");
    ProcessInstance theCase = accepted(place, byCommitment());
    assertThat(hall.variable(theCase, "commitmentWorks")).isEqualTo(works);
  }

  @Test
  void handsTheDecisionBackToTheServiceThatCallsItWithoutDecidingItsCase() {
    hall.itIs("2026-09-15T10:00");
    ProcessInstance theCase = accepted("sx", onlyRoad());
    ProcessInstance caller = calls(theCase, "greenery-change", "2026-09-28");
    assertThat(hall.openTasks(caller)).containsExactly("审查绿地树木");
    assertThat(hall.timerOf(caller, CASE_CLOCK)).isEqualTo("2026-10-19T17:30");
    reviews("sxUrbanMgmt", caller, "审查绿地树木", "agree");
    examines("sx", caller, "2026-09-15", "grant");
    assertThat(runtime.getVariable(caller.getId(), "permitGranted")).isEqualTo(true);
    assertThat(runtime.getVariable(caller.getId(), "permitNo"))
        .isEqualTo(theCase.getBusinessKey() + "-S1");
    assertThat(caseFile.isDecided(theCase.getBusinessKey())).isFalse();
    assertThat(
            jdbc.sql("select subject from ow_message where receipt_no = ? order by created_at desc")
                .param(theCase.getBusinessKey())
                .query(String.class)
                .list())
        .anyMatch(subject -> subject.contains("市政设施建设类审批已办结"));
  }

  @Test
  void handsARefusalBackWithItsReason() {
    hall.itIs("2026-09-15T10:00");
    ProcessInstance theCase = accepted("sx", onlyRoad());
    ProcessInstance caller = calls(theCase, "greenery-change", "2026-09-28");
    reviews("sxUrbanMgmt", caller, "审查绿地树木", "object");
    examines("sx", caller, "2026-09-15", "refuse");
    assertThat(runtime.getVariable(caller.getId(), "permitGranted")).isEqualTo(false);
    assertThat(runtime.getVariable(caller.getId(), "permitReason")).isEqualTo("古树名木保护范围内不得施工");
    assertThat(stateOf(theCase)).isEqualTo(CaseState.ACCEPTED);
  }

  @Test
  void refusesACallerThatNamesNoMatter() {
    hall.itIs("2026-09-15T10:00");
    ProcessInstance theCase = accepted("sx", onlyRoad());
    assertThatThrownBy(() -> calls(theCase, "road", "2026-09-28"))
        .hasStackTraceContaining("road-excavation、greenery-change、water-facility-change");
  }

  /** Another service of the same case that needs the permit. */
  private ProcessInstance calls(ProcessInstance theCase, String matters, String start) {
    var call =
        Bpmn.createExecutableProcess("caller-of-permit")
            .camundaHistoryTimeToLive(1)
            .startEvent()
            .callActivity("call")
            .calledElement(SERVICE)
            .camundaIn("receiptNo", "receiptNo")
            .camundaIn("materialsReceivedAt", "materialsReceivedAt")
            .camundaIn("projectName", "projectName")
            .camundaIn("worksAddress", "worksAddress")
            .camundaIn("permitMatters", "permitMatters")
            .camundaIn("plannedStart", "plannedStart")
            .camundaInBusinessKey("#{execution.processBusinessKey}")
            .camundaOut("permitGranted", "permitGranted")
            .camundaOut("permitNo", "permitNo")
            .camundaOut("permitReason", "permitReason")
            .intermediateCatchEvent("goesOn")
            .message("never")
            .endEvent()
            .done();
    repository.createDeployment().addModelInstance("caller-of-permit.bpmn", call).deploy();
    Map<String, Object> handed = new HashMap<>();
    for (String name : List.of("receiptNo", "materialsReceivedAt", "projectName", "worksAddress")) {
      handed.put(name, runtime.getVariable(theCase.getId(), name));
    }
    handed.put("jurisdiction", "shenxian");
    handed.put("permitMatters", matters);
    handed.put("plannedStart", start);
    return runtime
        .createProcessInstanceByKey("caller-of-permit")
        .processDefinitionWithoutTenantId()
        .businessKey(theCase.getBusinessKey())
        .setVariables(handed)
        .execute();
  }

  private ProcessInstance accepted(String place, Map<String, Object> form) {
    ProcessInstance theCase = hall.starts(place + "Clerk", SERVICE, form);
    hall.completes(place + "Clerk", theCase, "审查申请材料", Map.of("materialsDecision", "complete"));
    return theCase;
  }

  private void reviews(String officer, ProcessInstance theCase, String task, String opinion) {
    Map<String, Object> form = new HashMap<>(Map.of("reviewOpinion", opinion));
    if (!opinion.equals("agree")) {
      form.put("reviewConditions", opinion.equals("object") ? "古树名木保护范围内不得施工" : "夜间22时后施工，设围挡");
    }
    hall.completes(officer, theCase, task, form);
  }

  private void examines(String place, ProcessInstance theCase, String day, String decision) {
    Map<String, Object> form =
        new HashMap<>(
            Map.of("examinedOn", day, "examiners", "行政审批局李工、城管局张工", "permitDecision", decision));
    if (decision.equals("refuse")) {
      form.put("permitReason", "古树名木保护范围内不得施工");
    }
    hall.completes(place + "Approval", theCase, "集中审查", form);
  }

  private static Map<String, Object> committed(String decision) {
    return Map.of("commitmentDecision", decision, "commitmentNote", "管线长80米，不涉及快速路和主干道");
  }

  private static Map<String, Object> byCommitment() {
    return with(
        onlyRoad(),
        Map.of("commitmentRequested", "yes", "committedBy", "王明德", "routeLength", "80"));
  }

  private static Map<String, Object> onlyRoad() {
    Map<String, Object> form = new HashMap<>();
    form.put("applicantName", "王明德");
    form.put("applicantIdNo", "370921199003078512");
    form.put("applicantPhone", "13805480001");
    form.put("builderName", "启明电力安装有限公司");
    form.put("builderCode", UnifiedSocialCreditCode.complete("91371522MA3C0ABC1"));
    form.put("projectName", "振兴路供水支管接入工程");
    form.put("worksAddress", "振兴路与柳园路交口东侧50米");
    form.put("plannedStart", "2026-09-28");
    form.put("plannedEnd", "2026-10-20");
    form.put("roadExcavation", "yes");
    form.put("greeneryChange", "no");
    form.put("waterFacilityChange", "no");
    form.put("excavationLength", "35.5");
    form.put("excavationWidth", "1.2");
    form.put("commitmentRequested", "no");
    form.put("deliveryMethod", "pickup");
    return form;
  }

  private static Map<String, Object> allThree() {
    return with(
        with(onlyRoad(), Map.of("plannedStart", "2026-10-12", "greeneryChange", "yes")),
        Map.of(
            "greenArea", "12.5",
            "treeCount", "0",
            "waterFacilityChange", "yes",
            "facilityPlan", "迁移DN200供水支管12米，设临时旁通管"));
  }

  private long count(ProcessInstance theCase, String task) {
    return hall.openTasks(theCase).stream().filter(task::equals).count();
  }

  private CaseState stateOf(ProcessInstance theCase) {
    return caseFile.find(theCase.getBusinessKey()).orElseThrow().state();
  }
}
