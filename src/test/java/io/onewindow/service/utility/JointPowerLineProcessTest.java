package io.onewindow.service.utility;

import static io.onewindow.service.utility.Connections.grantsRoad;
import static io.onewindow.service.utility.Connections.keys;
import static io.onewindow.service.utility.Joint.application;
import static io.onewindow.service.utility.Joint.highVoltage;
import static io.onewindow.service.utility.Joint.lowVoltage;
import static io.onewindow.service.utility.Joint.planAnswered;
import static io.onewindow.service.utility.Joint.powerLine;
import static io.onewindow.service.utility.Joint.sharedLine;
import static io.onewindow.story.Applications.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onewindow.database.OnBothDatabases;
import io.onewindow.story.Hall;
import io.onewindow.story.StoryTest;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The line for power is surveyed, permitted and dug together with all others: dig once. */
@StoryTest
@OnBothDatabases
class JointPowerLineProcessTest {

  private static final String GRID = "boundaryEvent_gridPromise";

  @Autowired private Hall hall;
  @Autowired private TaskService tasks;
  @Autowired private HistoryService history;

  @AfterEach
  void closeTheHall() {
    hall.closes();
  }

  @Test
  void permitsBothLinesAtTheSameTimeDigsOnceAndSurveysPowerOnce() {
    hall.itIs("2026-09-15T10:00");
    Joint joint = waterAndPower("sx", shopWithLine("160", "200", "greenery"));
    ProcessInstance theCase = joint.theCase();
    joint.planned("Approval", sharedLine("2026-10-12"));
    assertThat(hall.openTasks(theCase)).containsExactlyInAnyOrder("填写告知承诺", "审查挖掘占道", "审查交通影响");
    grantsRoad(hall, theCase, "sx", "2026-09-15");
    assertThat(hall.openTasks(theCase)).containsExactly("填写告知承诺");
    hall.completes("sxPower", theCase, "填写告知承诺", committed("2026-09-15"));
    assertThat(hall.variable(theCase, "certificateNo")).isEqualTo(theCase.getBusinessKey() + "-W1");
    assertThat(hall.openTasks(theCase)).containsExactly("组织同步施工");

    hall.itIs("2026-11-16T10:00");
    joint.worked("组织同步施工", "UrbanMgmt", "2026-11-15").checked("Approval", "2026-11-16");
    assertThat(hall.openTasks(theCase)).containsExactlyInAnyOrder("通水通气", "装表接电");
    // the seven days of the grid begin here, and neither permit nor works were counted
    assertThat(hall.timerOf(theCase, GRID)).isEqualTo("2026-11-25T17:30");
    assertThat(passed(theCase, "low-voltage-power"))
        .doesNotContain("userTask_survey", "callActivity_powerLinePermit");

    hall.completes("sxPower", theCase, "装表接电", energised("2026-11-16"));
    hall.completes(
        "sxUtilities",
        theCase,
        "通水通气",
        Map.of("contractNo", "GYS-2026-0001", "meterNo", "S3730001", "connectedOn", "2026-11-16"));
    assertThat(hall.openTasks(theCase)).containsExactly("登记外线竣工");
    hall.completes("sxPower", theCase, "登记外线竣工", Map.of("lineCompletedOn", "2026-11-16"));
    assertThat(hall.dueOf(theCase, "推送竣工资料")).isEqualTo("2027-02-16T17:30");
  }

  @Test
  void exemptsTheLineOfASmallBusinessThoughItsPartHasNotBegun() {
    hall.itIs("2026-09-15T10:00");
    Joint joint = power("sx", shopWithLine("160", "200", "none"));
    ProcessInstance theCase = joint.theCase();
    joint.planned("Approval", onlyPower("2026-10-12"));
    assertThat(hall.variable(theCase, "permitRoute")).isEqualTo("exempt");
    assertThat(hall.openTasks(theCase)).containsExactly("组织同步施工");
    joint.worked("组织同步施工", "UrbanMgmt", "2026-09-15").checked("Approval", "2026-09-15");
    assertThat(hall.openTasks(theCase)).containsExactly("装表接电");
  }

  @Test
  void asksForTheOriginalProcedureOneKilowattBeyond() {
    hall.itIs("2026-09-15T10:00");
    Joint joint = power("sx", shopWithLine("161", "200", "none"));
    joint.planned("Approval", onlyPower("2026-10-12"));
    assertThat(hall.openTasks(joint.theCase())).containsExactly("按原程序审批");
  }

  @Test
  void goesStraightToTheWorksOfAHighVoltageCustomerWhosePlanWasAnsweredOnTheSpot() {
    hall.itIs("2026-09-15T10:00");
    Joint joint =
        power(
            "sx",
            with(
                with(highVoltage("1250", "single"), planAnswered("yes")),
                with(powerLine("1250", "180", "other-road"), Map.of("shortDistance", "yes"))));
    ProcessInstance theCase = joint.theCase();
    joint.planned("Approval", onlyPower("2026-10-12"));
    hall.completes("sxPower", theCase, "填写告知承诺", committed("2026-09-15"));
    joint.worked("组织同步施工", "UrbanMgmt", "2026-09-15").checked("Approval", "2026-09-15");
    assertThat(hall.openTasks(theCase)).containsExactly("登记用户工程完工");
    assertThat(passed(theCase, "high-voltage-power"))
        .doesNotContain(
            "userTask_acceptApplication", "userTask_replyPlan", "callActivity_powerLinePermit");

    hall.itIs("2026-12-01T10:00");
    hall.completes(
        "sxPower",
        theCase,
        "登记用户工程完工",
        Map.of(
            "customerWorksDoneOn", "2026-11-30",
            "customerContractor", "鲁西电力安装有限公司",
            "contractorPermitNo", "6-3-00123-2021"));
    assertThat(hall.openTasks(theCase)).containsExactly("验收送电");
    // eleven working days, of which the customer's works took none
    assertThat(hall.timerOf(theCase, GRID)).isEqualTo("2026-12-16T17:30");
  }

  @Test
  void answersThePlanLaterWhereTheVisitCouldNotAndDoesNotAskForTheLineAgain() {
    hall.itIs("2026-09-15T10:00");
    Joint joint =
        power(
            "lc",
            with(
                highVoltage("2000", "single"),
                with(powerLine("2000", "180", "greenery"), Map.of("shortDistance", "yes"))));
    ProcessInstance theCase = joint.theCase();
    joint.planned("UrbanMgmt", onlyPower("2026-10-12"));
    hall.completes("lcPower", theCase, "填写告知承诺", committed("2026-09-15"));
    joint.worked("组织同步施工", "UrbanMgmt", "2026-09-15").checked("UrbanMgmt", "2026-09-15");
    assertThat(hall.openTasks(theCase)).containsExactly("答复供电方案");
    hall.completes(
        "lcPower",
        theCase,
        "答复供电方案",
        Map.of(
            "supplyPlanNo", "GDFA-2026-0002",
            "supplyPlan", "由10千伏启明线支接，高供高计",
            "planAnsweredOn", "2026-09-15",
            "customerWorks", "no"));
    assertThat(hall.openTasks(theCase)).containsExactly("验收送电");
  }

  @Test
  void refusesALineThatContradictsTheDemandOrIsNoLine() {
    hall.itIs("2026-09-15T10:00");
    Joint joint = accepted("sx", application("wantPower"));
    refused(joint, with(shopWithLine("160", "0", "none"), Map.of()), "lineLength")
        .hasStackTraceContaining("莘政发〔2021〕28号 附件三(一)");
    refused(
        joint,
        with(shopWithLine("160", "20", "none"), Map.of("lineCapacity", "159")),
        "lineCapacity");
    refused(
        joint,
        with(lowVoltage("160", "kW", "no"), powerLine("160", "20", "none")),
        "powerOuterLine");
  }

  @Test
  void givesAHouseholdLowVoltageOnly() {
    hall.itIs("2026-09-15T10:00");
    Joint joint = accepted("sx", with(application("wantPower"), Map.of("builderCode", "")));
    refused(joint, highVoltage("1250", "single"), "voltage");
    Map<String, Object> flat =
        with(lowVoltage("8", "kW", "no"), Map.of("customerType", "residential"));
    joint.surveyed("Power", "power", flat).planned("Approval", Map.of());
    assertThat(hall.openTasks(joint.theCase())).containsExactly("装表接电");
  }

  @Test
  void wantsTheLineOfPowerInTheSharedPlanOnADayThatItsFilingAllows() {
    hall.itIs("2026-09-15T10:00");
    Joint joint =
        power(
            "ny", with(shopWithLine("160", "200", "other-road"), Map.of("filingChoice", "early")));
    assertThatThrownBy(() -> joint.planned("Approval", Map.of()))
        .satisfies(refusal -> assertThat(keys(refusal)).containsExactly("jointLine"));
    assertThatThrownBy(
            () ->
                joint.planned("Approval", with(onlyPower("2026-10-12"), Map.of("worksBy", "none"))))
        .satisfies(refusal -> assertThat(keys(refusal)).containsExactly("worksBy"));
    assertThatThrownBy(() -> joint.planned("Approval", onlyPower("2026-09-17")))
        .satisfies(refusal -> assertThat(keys(refusal)).containsExactly("plannedStart"))
        .hasStackTraceContaining("宁政发〔2021〕8号 附件·获得电力1");
    joint.planned("Approval", onlyPower("2026-09-18"));
    assertThat(hall.openTasks(joint.theCase())).containsExactly("提前备案");
  }

  private AbstractThrowableAssert<?, ? extends Throwable> refused(
      Joint joint, Map<String, Object> demand, String field) {
    return assertThatThrownBy(() -> joint.surveyed("Power", "power", demand))
        .satisfies(refusal -> assertThat(keys(refusal)).containsExactly(field));
  }

  private static Map<String, Object> shopWithLine(String capacity, String metres, String crossing) {
    return with(
        with(lowVoltage(capacity, "kW", "yes"), planAnswered("no")),
        powerLine(capacity, metres, crossing));
  }

  private Joint power(String place, Map<String, Object> demand) {
    return accepted(place, application("wantPower")).surveyed("Power", "power", demand);
  }

  private Joint waterAndPower(String place, Map<String, Object> demand) {
    return accepted(place, application("wantWater", "wantPower"))
        .surveyed("Utilities", "water", Joint.water("yes"))
        .surveyed("Power", "power", demand);
  }

  private Joint accepted(String place, Map<String, Object> form) {
    String lead = place.equals("lc") ? "UrbanMgmt" : "Approval";
    return Joint.received(hall, tasks, place, form).accepted(lead).visited(lead, "2026-09-15");
  }

  private static Map<String, Object> onlyPower(String plannedStart) {
    return Map.of(
        "jointLine", "yes",
        "worksBy", "utilities",
        "lineName", "通运路供电外线接入工程",
        "plannedStart", plannedStart,
        "jointLineLength", "200");
  }

  private static Map<String, Object> committed(String day) {
    return Map.of(
        "constructionPlanNo", "SGFA-2026-001",
        "trafficPlanNo", "JTSJ-2026-001",
        "committedBy", "张建国",
        "committedOn", day,
        "commitmentText", "按方案施工，保障通行，完工后恢复道路和绿化");
  }

  private static Map<String, Object> energised(String day) {
    return Map.of(
        "contractNo", "GYD-2026-0001",
        "contractSigning", "online",
        "meterNo", "3730001234567",
        "energisedOn", day);
  }

  /** Elements that the called service has passed or stands on. */
  private List<String> passed(ProcessInstance theCase, String service) {
    HistoricProcessInstance called =
        history
            .createHistoricProcessInstanceQuery()
            .processDefinitionKey(service)
            .processInstanceBusinessKey(theCase.getBusinessKey())
            .singleResult();
    return history
        .createHistoricActivityInstanceQuery()
        .processInstanceId(called.getId())
        .list()
        .stream()
        .map(HistoricActivityInstance::getActivityId)
        .toList();
  }
}
