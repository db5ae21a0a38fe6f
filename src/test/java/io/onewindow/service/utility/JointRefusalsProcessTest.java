package io.onewindow.service.utility;

import static io.onewindow.service.utility.Connections.keys;
import static io.onewindow.service.utility.Joint.application;
import static io.onewindow.service.utility.Joint.pushed;
import static io.onewindow.service.utility.Joint.sharedLine;
import static io.onewindow.story.Applications.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onewindow.casefile.CaseFile;
import io.onewindow.casefile.CaseState;
import io.onewindow.story.Hall;
import io.onewindow.story.StoryTest;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a joint application, its survey and its shared plan refuse, and on what ground. */
@StoryTest
class JointRefusalsProcessTest {

  @Autowired private Hall hall;
  @Autowired private TaskService tasks;
  @Autowired private CaseFile caseFile;

  @AfterEach
  void closeTheHall() {
    hall.closes();
  }

  @Test
  void tellsTheCustomerWhyAnApplicationIsNotAccepted() {
    hall.itIs("2026-09-15T10:00");
    ProcessInstance theCase = received("lc", application()).theCase();
    hall.completes(
        "lcUrbanMgmt",
        theCase,
        "综合受理",
        Map.of("acceptanceDecision", "refuse", "acceptanceReason", "该地块尚未取得用地手续"));
    assertThat(stateOf(theCase)).isEqualTo(CaseState.REFUSED);
    hall.completes("lcClerk", theCase, "送达决定书", Map.of("deliveredTo", "王明德"));
    assertThat(hall.hasEnded(theCase)).isTrue();
  }

  @Test
  void refusesASharedPlanThatContradictsTheSurvey() {
    hall.itIs("2026-09-15T10:00");
    Joint joint = accepted("sx", "Approval", application("wantWater"));
    joint.surveyed("Utilities", "water", Joint.water("yes"));
    assertThatThrownBy(() -> joint.planned("Approval", Map.of()))
        .satisfies(refusal -> assertThat(keys(refusal)).containsExactly("jointLine"));
    assertThatThrownBy(
            () ->
                joint.planned(
                    "Approval",
                    with(
                        sharedLine("2026-09-14"),
                        Map.of(
                            "jointLineLength", "0",
                            "worksBy", "none",
                            "roadExcavation", "no",
                            "simplifiedProcedure", "yes"))))
        .satisfies(
            refusal ->
                assertThat(keys(refusal))
                    .containsExactly(
                        "worksBy",
                        "jointLineLength",
                        "roadExcavation",
                        "plannedStart",
                        "simplifiedProcedure"));
    Joint dry = accepted("sx", "Approval", application("wantWater"));
    dry.surveyed("Utilities", "water", Joint.water("no"));
    assertThatThrownBy(() -> dry.planned("Approval", sharedLine("2026-09-28")))
        .satisfies(refusal -> assertThat(keys(refusal)).containsExactly("jointLine"));
  }

  @Test
  void refusesWhatThePlanDoesNotOfferJointly() {
    hall.itIs("2026-09-15T10:00");
    for (String place : List.of("lc", "ny", "hk")) {
      assertThatThrownBy(() -> received(place, application("wantWater", "wantDrainage")))
          .satisfies(refusal -> assertThat(keys(refusal)).containsExactly("wantDrainage"))
          .hasStackTraceContaining("本辖区联合报装不含排水：未纳入“一张表单”的，请单独申请（");
    }
    assertThatThrownBy(() -> received("sx", with(application(), Map.of("offer", "choice"))))
        .satisfies(refusal -> assertThat(keys(refusal)).containsExactly("wantWater"));
  }

  @Test
  void refusesTheSingleFormAfterTheConstructionPermitAndBeforeTheDesign() {
    hall.itIs("2026-09-15T10:00");
    assertThatThrownBy(
            () -> received("sx", with(pushed("2026-09-16"), Map.of("permitIssued", "yes"))))
        .satisfies(
            refusal -> assertThat(keys(refusal)).containsExactly("designFixedOn", "permitIssued"))
        .hasStackTraceContaining("莘政发〔2021〕28号 附件四(二)");
  }

  @Test
  void asksInTheSurveyWhatEachUtilityWouldRefuseLater() {
    hall.itIs("2026-09-15T10:00");
    Joint joint = accepted("lc", "UrbanMgmt", application("wantWater", "wantGas", "wantPower"));
    assertThatThrownBy(
            () ->
                joint.surveyed(
                    "Utilities", "water", with(Joint.water("no"), Map.of("waterPipe", "0"))))
        .satisfies(refusal -> assertThat(keys(refusal)).containsExactly("waterPipe"))
        .hasStackTraceContaining("聊政办字〔2022〕13号 二(二)27");
    assertThatThrownBy(
            () ->
                joint.surveyed("Utilities", "gas", with(Joint.gas("no"), Map.of("gasFlow", "0.0"))))
        .satisfies(refusal -> assertThat(keys(refusal)).containsExactly("gasFlow"));
    assertThatThrownBy(() -> joint.surveyed("Power", "power", Joint.lowVoltage("160", "kW", "no")))
        .satisfies(refusal -> assertThat(keys(refusal)).containsExactly("capacityUnit"))
        .hasStackTraceContaining("聊政办字〔2022〕13号 二(三)36");
    assertThatThrownBy(
            () ->
                joint.surveyed(
                    "Power",
                    "power",
                    with(Joint.highVoltage("1250", "single"), Map.of("capacityUnit", "kW"))))
        .satisfies(refusal -> assertThat(keys(refusal)).containsExactly("capacityUnit"));
  }

  @Test
  void wantsWhatHeatAndTelecommunicationArePlannedBy() {
    hall.itIs("2026-09-15T10:00");
    Joint joint = accepted("sx", "Approval", application("wantHeat", "wantTelecom"));
    assertThatThrownBy(
            () -> joint.surveyed("Utilities", "heat", with(Joint.heat(), Map.of("heatArea", "0"))))
        .satisfies(refusal -> assertThat(keys(refusal)).containsExactly("heatArea"))
        .hasStackTraceContaining("莘政发〔2021〕28号 附件四(一)");
    assertThatThrownBy(
            () ->
                joint.surveyed(
                    "Utilities",
                    "telecom",
                    with(
                        Joint.telecom(), Map.of("operatorMobile", false, "operatorUnicom", false))))
        .satisfies(refusal -> assertThat(keys(refusal)).containsExactly("operatorMobile"));
  }

  @Test
  void takesAHouseholdWithoutACreditCodeAndAForeignersPassport() {
    hall.itIs("2026-09-15T10:00");
    Map<String, Object> household =
        with(
            application("wantWater"),
            Map.of(
                "builderName", "JOHN SMITH",
                "builderCode", "",
                "applicantIdType", "passport",
                "applicantIdNo", "E12345678"));
    assertThat(stateOf(received("sx", household).theCase())).isEqualTo(CaseState.RECEIVED);
    assertThatThrownBy(() -> received("sx", with(pushed("2026-09-14"), Map.of("builderCode", ""))))
        .satisfies(refusal -> assertThat(keys(refusal)).containsExactly("builderCode"));
    assertThatThrownBy(() -> received("sx", with(household, Map.of("applicantIdType", "resident"))))
        .satisfies(refusal -> assertThat(keys(refusal)).containsExactly("applicantIdNo"));
  }

  private Joint received(String place, Map<String, Object> form) {
    return Joint.received(hall, tasks, place, form);
  }

  private Joint accepted(String place, String lead, Map<String, Object> form) {
    return received(place, form).accepted(lead).visited(lead, "2026-09-15");
  }

  private CaseState stateOf(ProcessInstance theCase) {
    return caseFile.find(theCase.getBusinessKey()).orElseThrow().state();
  }
}
