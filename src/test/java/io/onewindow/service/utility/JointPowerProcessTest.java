package io.onewindow.service.utility;

import static io.onewindow.service.utility.Connections.drainsConnected;
import static io.onewindow.service.utility.Joint.application;
import static io.onewindow.story.Applications.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onewindow.casefile.CaseFile;
import io.onewindow.casefile.CaseState;
import io.onewindow.story.Hall;
import io.onewindow.story.StoryTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Power as a part of 联合报装: its own clock begins with its part. */
@StoryTest
class JointPowerProcessTest {

  private static final String GRID = "boundaryEvent_gridPromise";

  @Autowired private Hall hall;
  @Autowired private TaskService tasks;
  @Autowired private CaseFile caseFile;

  @AfterEach
  void closeTheHall() {
    hall.closes();
  }

  @Test
  void connectsTheWholePackageAndHandsOutOnceAcrossTheNationalDay() {
    hall.itIs("2026-09-28T10:00");
    Joint joint = accepted("sx", "Approval", "2026-09-28", application());
    ProcessInstance theCase = joint.theCase();
    joint
        .surveyed("Utilities", "water", Joint.water("no"))
        .surveyed("Utilities", "gas", Joint.gas("no"))
        .surveyed("Utilities", "heat", Joint.heat())
        .surveyed("Utilities", "telecom", Joint.telecom())
        .surveyed("UrbanMgmt", "drainage", Joint.drains("no"))
        .surveyed("Power", "power", Joint.lowVoltage("160", "kW", "no"));
    hall.itIs("2026-09-30T10:00");
    joint.planned("Approval", Map.of());
    assertThat(hall.openTasks(theCase))
        .containsExactlyInAnyOrder("通水通气", "核对方案并接入", "办理接入", "办理接入", "装表接电");
    // 当日申请、次日接电 counts from the day on which the part begins
    assertThat(hall.timerOf(theCase, GRID)).isEqualTo("2026-10-08T17:30");
    assertThat(hall.timerOf(theCase, "boundaryEvent_casePromise")).isEqualTo("2026-10-10T17:30");

    hall.completes("sxPower", theCase, "装表接电", energised("2026-09-30"));
    hall.completes(
        "sxUtilities",
        theCase,
        "通水通气",
        Map.of("contractNo", "GYS-2026-0001", "meterNo", "S3730001", "connectedOn", "2026-09-30"));
    hall.completes("sxUrbanMgmt", theCase, "核对方案并接入", drainsConnected());
    assertThat(stateOf(theCase)).isEqualTo(CaseState.ACCEPTED);
    assertThat(caseFile.isDecided(theCase.getBusinessKey())).isFalse();
    for (String contract : List.of("RT-2026-0001", "RT-2026-0002")) {
      connect(theCase, contract);
    }
    assertThat(caseFile.isDecided(theCase.getBusinessKey())).isTrue();
    assertThat(hall.openTasks(theCase)).containsExactly("统一出件");
    assertThat((String) hall.variable(theCase, "jointResults")).contains("供电：合同 GYD-2026-0001");
    hall.completes(
        "sxClerk", theCase, "统一出件", Map.of("handOutMethod", "pickup", "recipientName", "王明德"));
    assertThat(stateOf(theCase)).isEqualTo(CaseState.ISSUED);
    assertThat(hall.hasEnded(theCase)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "lc,UrbanMgmt,160,kVA,three-zero-enterprise,2026-09-23T17:30",
    "lc,UrbanMgmt,160.001,kVA,other,2026-09-29T17:30",
    "sx,Approval,160,kW,three-zero-enterprise,2026-09-23T17:30",
    "sx,Approval,161,kW,other,2026-09-29T17:30"
  })
  void keepsTheSevenDaysOfASmallBusinessUpToTheThreshold(
      String place, String lead, String capacity, String unit, String category, String due) {
    hall.itIs("2026-09-15T10:00");
    ProcessInstance theCase =
        powerOnly(place, lead, Joint.lowVoltage(capacity, unit, "yes")).theCase();
    assertThat(hall.variable(theCase, "category")).isEqualTo(category);
    assertThat(hall.timerOf(theCase, GRID)).isEqualTo(due);
    assertThat(hall.openTasks(theCase)).containsExactly("勘查并答复方案");
  }

  @ParameterizedTest
  @CsvSource({"lc,UrbanMgmt,kVA,50,装表接电", "sx,Approval,kW,50,装表接电", "sx,Approval,kW,50.01,勘查并答复方案"})
  void surveysOnceWhereTheJointVisitAnsweredThePlan(
      String place, String lead, String unit, String metres, String next) {
    hall.itIs("2026-09-15T10:00");
    ProcessInstance theCase =
        powerOnly(place, lead, with(Joint.lowVoltage("160", unit, "yes"), answered(metres, "no")))
            .theCase();
    assertThat(hall.openTasks(theCase)).containsExactly(next);
    assertThat(hall.timerOf(theCase, GRID)).isEqualTo("2026-09-23T17:30");
  }

  @Test
  void waitsForTheCustomersOwnWorksThatTheJointVisitFoundAndWantsAMeterSomewhere() {
    hall.itIs("2026-09-15T10:00");
    ProcessInstance theCase =
        powerOnly(
                "lc",
                "UrbanMgmt",
                with(Joint.lowVoltage("160", "kVA", "yes"), answered("20", "yes")))
            .theCase();
    assertThat(hall.openTasks(theCase)).containsExactly("登记用户工程完工");
    Joint other = accepted("lc", "UrbanMgmt", "2026-09-15", application("wantPower"));
    assertThatThrownBy(
            () ->
                other.surveyed(
                    "Power",
                    "power",
                    with(Joint.lowVoltage("160", "kVA", "yes"), answered("0", "no"))))
        .hasStackTraceContaining("电能表至用户规划红线");
  }

  private static Map<String, Object> answered(String metres, String customerWorks) {
    return Map.of(
        "planOnVisit", "yes",
        "supplyPlanNo", "GDFA-2026-0001",
        "supplyPlan", "由公用变台架接入，单相计量",
        "meterToBoundary", metres,
        "customerWorks", customerWorks);
  }

  @Test
  void keepsTheElevenDaysOfAHighVoltageCustomer() {
    hall.itIs("2026-09-15T10:00");
    ProcessInstance theCase =
        powerOnly("lc", "UrbanMgmt", Joint.highVoltage("1250", "single")).theCase();
    assertThat(hall.openTasks(theCase)).containsExactly("答复供电方案");
    assertThat(hall.timerOf(theCase, GRID)).isEqualTo("2026-09-30T17:30");
  }

  @Test
  void asksForTheCompletionDataOfAPowerLineAfterHandingOut() {
    hall.itIs("2026-09-15T10:00");
    ProcessInstance theCase =
        powerOnly("sx", "Approval", Joint.lowVoltage("160", "kW", "yes")).theCase();
    hall.completes("sxPower", theCase, "勘查并答复方案", surveyedWithLine());
    hall.completes("sxPower", theCase, "装表接电", energised("2026-09-15"));
    hall.completes(
        "sxClerk", theCase, "统一出件", Map.of("handOutMethod", "pickup", "recipientName", "王明德"));
    assertThat(stateOf(theCase)).isEqualTo(CaseState.ISSUED);
    assertThat(hall.openTasks(theCase)).containsExactly("登记外线竣工");
    hall.completes("sxPower", theCase, "登记外线竣工", Map.of("lineCompletedOn", "2026-09-15"));
    assertThat(hall.dueOf(theCase, "推送竣工资料")).isEqualTo("2026-12-15T17:30");
  }

  private Joint powerOnly(String place, String lead, Map<String, Object> demand) {
    return accepted(place, lead, "2026-09-15", application("wantPower"))
        .surveyed("Power", "power", demand)
        .planned(lead, Map.of());
  }

  private Joint accepted(String place, String lead, String day, Map<String, Object> form) {
    return Joint.received(hall, tasks, place, with(form, Map.of("deliveryMethod", "pickup")))
        .accepted(lead)
        .visited(lead, day);
  }

  /** Heat and telecommunication have a task of the same name each. */
  private void connect(ProcessInstance theCase, String contract) {
    String task =
        tasks
            .createTaskQuery()
            .processInstanceBusinessKey(theCase.getBusinessKey())
            .taskName("办理接入")
            .list()
            .get(0)
            .getId();
    Map<String, Object> form = Map.of("contractNo", contract, "connectedOn", "2026-09-30");
    hall.as(
        "sxUtilities",
        () -> {
          tasks.complete(task, form);
          return null;
        });
  }

  private static Map<String, Object> energised(String day) {
    return Map.of(
        "contractNo", "GYD-2026-0001",
        "contractSigning", "online",
        "meterNo", "3730001234567",
        "energisedOn", day);
  }

  /** A line that the plan exempts: 160 千瓦, 200 metres, nobody else concerned. */
  private static Map<String, Object> surveyedWithLine() {
    Map<String, Object> form = new HashMap<>();
    form.put("supplyPlanNo", "GDFA-2026-0001");
    form.put("supplyPlan", "由公用变台架接入，单相计量");
    form.put("planAnsweredOn", "2026-09-15");
    form.put("meterToBoundary", "20");
    form.put("customerWorks", "no");
    form.put("outerLine", "yes");
    form.put("lineLength", "200");
    form.put("crossing", "none");
    form.put("lineCapacity", "160");
    form.put("lineCapacityUnit", "kW");
    form.put("interestedParties", "no");
    form.put("shortDistance", "no");
    form.put("filingChoice", "commitment");
    form.put("plannedStart", "2026-09-25");
    form.put("lineDescription", "自启明线12号杆架空接入用户红线");
    return form;
  }

  private CaseState stateOf(ProcessInstance theCase) {
    return caseFile.find(theCase.getBusinessKey()).orElseThrow().state();
  }
}
