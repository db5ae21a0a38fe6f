package io.onewindow.service.utility;

import static io.onewindow.service.utility.Connections.drainsAnswered;
import static io.onewindow.service.utility.Connections.drainsConnected;
import static io.onewindow.service.utility.Connections.keys;
import static io.onewindow.service.utility.Joint.SERVICE;
import static io.onewindow.service.utility.Joint.application;
import static io.onewindow.service.utility.Joint.pushed;
import static io.onewindow.service.utility.Joint.sharedLine;
import static io.onewindow.story.Applications.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onewindow.casefile.CaseFile;
import io.onewindow.casefile.CaseState;
import io.onewindow.casefile.material.Materials;
import io.onewindow.database.OnBothDatabases;
import io.onewindow.problem.Problem;
import io.onewindow.promise.Basis;
import io.onewindow.promise.Light;
import io.onewindow.promise.PromiseClock;
import io.onewindow.promise.StepClock;
import io.onewindow.story.Hall;
import io.onewindow.story.StoryTest;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** 水电气热信联合报装: one application or none, one visit, one hand-out. */
@StoryTest
@OnBothDatabases
class UtilityConnectionProcessTest {

  @Autowired private Hall hall;
  @Autowired private TaskService tasks;
  @Autowired private HistoryService history;
  @Autowired private CaseFile caseFile;
  @Autowired private Materials materials;
  @Autowired private PromiseClock clocks;

  @AfterEach
  void closeTheHall() {
    hall.closes();
  }

  @Test
  void connectsAProjectOfTheSingleFormWithoutAnyApplicationAcrossTheNationalDay() {
    hall.itIs("2026-09-24T09:00");
    Joint joint = received("sx", pushed("2026-09-23", "wantWater", "wantGas", "wantDrainage"));
    ProcessInstance theCase = joint.theCase();
    assertThat(hall.openTasks(theCase)).containsExactly("组织联合踏勘");
    assertThat(stateOf(theCase)).isEqualTo(CaseState.ACCEPTED);
    assertThat(materials.missing(theCase.getBusinessKey())).isEmpty();
    assertThat(hall.dueOf(theCase, "组织联合踏勘")).isEqualTo("2026-09-30T17:30");

    hall.itIs("2026-09-28T10:00");
    joint.visited("Approval", "2026-09-28");
    assertThat(joint.surveying()).containsExactly("drainage", "gas", "water");
    joint
        .surveyed("Utilities", "water", Joint.water("yes"))
        .surveyed("Utilities", "gas", Joint.gas("no"))
        .surveyed("UrbanMgmt", "drainage", Joint.drains("no"))
        .planned("Approval", sharedLine("2026-10-12"));
    // four working days for the permit of water and gas, with the festival between them
    StepClock permit = clockIn(theCase, "water-gas-line-permit", "case");
    assertThat(permit.promiseId()).isEqualTo("SX21-108");
    assertThat(hall.timerOf(theCase, "boundaryEvent_linePermitPromise"))
        .isEqualTo("2026-10-09T17:30");
    Connections.grantsRoad(hall, theCase, "sx", "2026-09-28");

    hall.itIs("2026-11-16T10:00");
    joint.worked("组织同步施工", "UrbanMgmt", "2026-11-15").checked("Approval", "2026-11-16");
    assertThat(hall.openTasks(theCase)).containsExactlyInAnyOrder("通水通气", "核对方案并接入");
    assertThat(clockIn(theCase, "water-gas-connection", "case").basis()).isEqualTo(Basis.INTERNAL);
    hall.completes("sxUrbanMgmt", theCase, "核对方案并接入", drainsConnected());
    hall.completes("sxUtilities", theCase, "通水通气", connected("2026-11-16"));
    assertThat(hall.hasEnded(theCase)).isTrue();
    assertThat(stateOf(theCase)).isEqualTo(CaseState.ISSUED);
    assertThat((String) hall.variable(theCase, "jointResults"))
        .isEqualTo(
            "供水：合同 GYS-2026-0001\n供气：合同 GYS-2026-0001\n排水：接入意见书 "
                + theCase.getBusinessKey()
                + "-P1");
    assertThat(hall.path(theCase)).filteredOn("userTask_organiseVisit"::equals).hasSize(1);
    assertThat(hall.path(theCase)).doesNotContain("userTask_handOut");
  }

  @ParameterizedTest
  @CsvSource({
    "lc,UrbanMgmt,no,'gas,heat,power,telecom,water'",
    "sx,Approval,no,'drainage,gas,heat,power,telecom,water'",
    "ny,Approval,no,'gas,heat,power,telecom,water'",
    "hk,Approval,no,'gas,heat,power,telecom,water'",
    "lc,UrbanMgmt,yes,'drainage,gas,heat,power,telecom,water'",
    "hk,Approval,yes,'drainage,gas,heat,power,telecom,water'"
  })
  void offersThePackageThatThePlanNamesUnderTheLeadThatItNames(
      String place, String lead, String singleForm, String utilities) {
    hall.itIs("2026-09-15T10:00");
    Joint joint = received(place, singleForm.equals("yes") ? pushed("2026-09-15") : application());
    if (singleForm.equals("no")) {
      assertThat(hall.dueOf(joint.theCase(), "综合受理")).isEqualTo("2026-09-16T17:30");
      joint.accepted(lead);
    }
    joint.visited(lead, "2026-09-15");
    assertThat(String.join(",", joint.surveying())).isEqualTo(utilities);
  }

  @Test
  void connectsHeatAndTelecommunicationAtTheSameTime() {
    hall.itIs("2026-09-15T10:00");
    Joint joint = accepted("lc", "UrbanMgmt", application("wantHeat", "wantTelecom"));
    ProcessInstance theCase = joint.theCase();
    joint
        .surveyed("Utilities", "heat", Joint.heat())
        .surveyed("Utilities", "telecom", Joint.telecom())
        .planned("UrbanMgmt", Map.of());
    assertThat(hall.openTasks(theCase)).containsExactly("办理接入", "办理接入");
    for (String contract : List.of("RT-2026-0001", "RT-2026-0002")) {
      String task =
          tasks
              .createTaskQuery()
              .processInstanceBusinessKey(theCase.getBusinessKey())
              .taskName("办理接入")
              .list()
              .get(0)
              .getId();
      Map<String, Object> form = Map.of("contractNo", contract, "connectedOn", "2026-09-15");
      hall.as(
          "lcUtilities",
          () -> {
            tasks.complete(task, form);
            return null;
          });
    }
    assertThat(hall.hasEnded(theCase)).isTrue();
    assertThat((String) hall.variable(theCase, "jointResults"))
        .contains("供热：合同 RT-2026-000", "通信：合同 RT-2026-000");
  }

  @Test
  void tellsEveryFaultOnceAndAsksOnlyThoseAgainWhoFoundThem() {
    hall.itIs("2026-09-15T10:00");
    Joint joint = accepted("sx", "Approval", application("wantWater", "wantDrainage"));
    ProcessInstance theCase = joint.theCase();
    joint
        .surveyed("Utilities", "water", Joint.water("no"))
        .surveyed("UrbanMgmt", "drainage", Joint.problems(Joint.drains("no"), "标高低于市政管\n缺检查井"));
    assertThat(hall.openTasks(theCase)).containsExactly("登记修改方案");
    assertThat(stateOf(theCase)).isEqualTo(CaseState.NOTIFIED);
    assertThat(caseFile.notice(theCase.getBusinessKey()).orElseThrow().items())
        .isEqualTo("排水：标高低于市政管\n排水：缺检查井");

    hall.completes("sxClerk", theCase, "登记修改方案", Map.of("revisedPlan", "抬高出户管，增设检查井"));
    assertThat(stateOf(theCase)).isEqualTo(CaseState.ACCEPTED);
    assertThat(joint.surveying()).containsExactly("drainage");
    assertThatThrownBy(
            () ->
                joint.surveyed(
                    "UrbanMgmt", "drainage", Joint.problems(Joint.drains("no"), "还缺化粪池")))
        .satisfies(refusal -> assertThat(Problem.in(refusal).code()).isEqualTo("told-already"));
    joint.surveyed("UrbanMgmt", "drainage", Joint.drains("no"));
    assertThat(hall.openTasks(theCase)).containsExactly("形成共享方案");

    joint.planned("Approval", Map.of());
    assertThatThrownBy(
            () ->
                hall.completes(
                    "sxUrbanMgmt",
                    theCase,
                    "核对方案并接入",
                    drainsAnswered("problems", "planProblems", "还缺化粪池")))
        .satisfies(refusal -> assertThat(keys(refusal)).containsExactly("planDecision"));
  }

  @Test
  void keepsTheThreeDaysOfWaterWithoutAnOuterLineAndListsWhatCannotBeConnected() {
    hall.itIs("2026-09-15T10:00");
    Joint joint = accepted("sx", "Approval", application("wantWater", "wantDrainage"));
    ProcessInstance theCase = joint.theCase();
    joint
        .surveyed("Utilities", "water", Joint.water("no"))
        .surveyed("UrbanMgmt", "drainage", Joint.drains("no"))
        .planned("Approval", Map.of("worksBy", "customer"));
    assertThat(hall.openTasks(theCase)).containsExactly("登记用户施工");
    hall.itIs("2026-12-01T10:00");
    joint.worked("登记用户施工", "UrbanMgmt", "2026-11-30").checked("Approval", "2026-12-01");
    StepClock water = clockIn(theCase, "water-gas-connection", "case");
    assertThat(water.promiseId()).isEqualTo("SX21-107");
    assertThat(hall.timerOf(theCase, "boundaryEvent_casePromise")).isEqualTo("2026-12-04T17:30");

    hall.completes(
        "sxUrbanMgmt", theCase, "核对方案并接入", drainsAnswered("refuse", "planReason", "周边没有市政排水管网"));
    assertThat(stateOf(theCase)).isEqualTo(CaseState.ACCEPTED);
    hall.itIs("2026-12-04T17:30");
    assertThat(clockIn(theCase, "water-gas-connection", "case").light()).isEqualTo(Light.RED);
    assertThat(hall.openTasks(theCase)).contains("督办并说明原因");
    // the supervisor is answered by the joint application, and nothing waits for the answer
    hall.completes("sxUtilities", theCase, "通水通气", connected("2026-12-04"));
    assertThat(hall.openTasks(theCase)).containsExactly("督办并说明原因");
    hall.completes(
        "sxSupervisor",
        theCase,
        "督办并说明原因",
        Map.of("overdueReason", "计量水表临时缺货", "correctiveAction", "调拨水表当日安装"));
    assertThat(hall.hasEnded(theCase)).isTrue();
    assertThat((String) hall.variable(theCase, "jointResults")).contains("排水：不具备接入条件，周边没有市政排水管网");
  }

  @Test
  void supervisesAVisitThatIsLateAcrossTheSpringFestival() {
    hall.itIs("2026-02-13T10:00");
    ProcessInstance theCase = received("hk", pushed("2026-02-12", "wantWater")).theCase();
    assertThat(hall.dueOf(theCase, "组织联合踏勘")).isEqualTo("2026-02-25T17:30");
    hall.itIs("2026-02-25T17:29");
    assertThat(clockIn(theCase, SERVICE, "visit").light()).isEqualTo(Light.AMBER);
    hall.itIs("2026-02-25T17:30");
    assertThat(clockIn(theCase, SERVICE, "visit").light()).isEqualTo(Light.RED);
    assertThat(hall.openTasks(theCase)).containsExactlyInAnyOrder("组织联合踏勘", "督办并说明原因");
  }

  @Test
  void endsWhereTheLineIsNotPermitted() {
    hall.itIs("2026-09-15T10:00");
    Joint joint = accepted("hk", "Approval", application("wantWater"));
    ProcessInstance theCase = joint.theCase();
    joint
        .surveyed("Utilities", "water", Joint.water("yes"))
        .planned("Approval", with(sharedLine("2026-09-28"), Map.of("simplifiedProcedure", "yes")));
    hall.completes(
        "hkUrbanMgmt",
        theCase,
        "简易审批",
        Map.of("permitDecision", "refuse", "permitReason", "与既有燃气管间距不足"));
    assertThat(stateOf(theCase)).isEqualTo(CaseState.REJECTED);
    hall.completes("hkClerk", theCase, "送达决定书", Map.of("deliveredTo", "王明德"));
    assertThat(hall.hasEnded(theCase)).isTrue();
  }

  private Joint received(String place, Map<String, Object> form) {
    return Joint.received(hall, tasks, place, form);
  }

  private Joint accepted(String place, String lead, Map<String, Object> form) {
    return received(place, form).accepted(lead).visited(lead, "2026-09-15");
  }

  private static Map<String, Object> connected(String day) {
    return Map.of("contractNo", "GYS-2026-0001", "meterNo", "S3730001", "connectedOn", day);
  }

  /** The clock of that step in what the case called for that service, or in the case itself. */
  private StepClock clockIn(ProcessInstance theCase, String service, String step) {
    List<String> instances =
        history
            .createHistoricProcessInstanceQuery()
            .processDefinitionKey(service)
            .processInstanceBusinessKey(theCase.getBusinessKey())
            .list()
            .stream()
            .map(HistoricProcessInstance::getId)
            .toList();
    return clocks.all(instances).stream()
        .filter(clock -> clock.step().equals(step))
        .findFirst()
        .orElseThrow();
  }

  private CaseState stateOf(ProcessInstance theCase) {
    return caseFile.find(theCase.getBusinessKey()).orElseThrow().state();
  }
}
