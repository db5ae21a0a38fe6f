package io.onewindow.casefile.progress;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.onewindow.casefile.paper.QueryCodes;
import io.onewindow.face.Answer;
import io.onewindow.face.Face;
import io.onewindow.face.FaceTest;
import io.onewindow.story.Hall;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A case that the approval system of building projects brings in (免申请), and its called parts. */
@FaceTest
class JointProgressIT {

  @Autowired private Face face;
  @Autowired private Hall hall;
  @Autowired private QueryCodes codes;
  @Autowired private RuntimeService runtime;
  @Autowired private JdbcClient jdbc;

  @BeforeEach
  void openTheHall() {
    hall.itIs("2026-09-15T10:00");
    jdbc.sql("delete from ow_query_attempt").update();
  }

  @AfterEach
  void closeTheHall() {
    hall.closes();
    jdbc.sql("delete from ow_query_attempt").update();
  }

  @Test
  void showsTheStepsOfTheJointCaseAndOfEveryPartItCalls() {
    Answer pushed =
        face.post(
            "nyClerk",
            "/api/v1/cases",
            Map.of("service", "utility-connection", "jurisdiction", "ningyang", "form", project()));
    assertThat(pushed.status()).as(pushed.toString()).isEqualTo(201);
    assertThat(pushed.text("/state")).isEqualTo("ACCEPTED");
    String receiptNo = pushed.text("/receiptNo");
    ProcessInstance theCase =
        runtime
            .createProcessInstanceQuery()
            .processInstanceBusinessKey(receiptNo)
            .processDefinitionKey("utility-connection")
            .singleResult();
    assertThat(steps(receiptNo).get(0))
        .containsEntry("name", "组织联合踏勘")
        .containsEntry("department", "县行政审批服务局");

    hall.completes(
        "nyApproval",
        theCase,
        "组织联合踏勘",
        Map.of("visitDate", "2026-09-15", "visitRecord", "供水、排水到场，查看接驳点"));
    assertThat(steps(receiptNo))
        .extracting(step -> step.get("name") + " " + step.get("department"))
        .contains("填写踏勘意见 水电气热信专营单位", "填写踏勘意见 县住建局");

    hall.completes("nyUtilities", theCase, "填写踏勘意见", water());
    hall.completes("nyHousing", theCase, "填写踏勘意见", drains());
    hall.completes("nyApproval", theCase, "形成共享方案", plan());
    assertThat(steps(receiptNo))
        .filteredOn(step -> "OPEN".equals(step.get("status")))
        .extracting(step -> step.get("name") + " " + step.get("department"))
        .containsExactlyInAnyOrder("通水通气 水电气热信专营单位", "核对方案并接入 县住建局");
  }

  private List<Map<String, String>> steps(String receiptNo) {
    Phone phone = new Phone(face, receiptNo);
    phone.shows(codes.of(receiptNo));
    Answer data = phone.data();
    assertThat(data.status()).as(data.toString()).isEqualTo(200);
    return data.json().findValues("steps").stream()
        .flatMap(steps -> stream(steps).stream())
        .toList();
  }

  private static List<Map<String, String>> stream(JsonNode steps) {
    List<Map<String, String>> found = new ArrayList<>();
    for (JsonNode step : steps) {
      Map<String, String> one = new HashMap<>();
      step.properties().forEach(field -> one.put(field.getKey(), field.getValue().asText()));
      found.add(one);
    }
    return found;
  }

  private static Map<String, Object> project() {
    Map<String, Object> form = new HashMap<>();
    form.put("applicantName", "王晓明");
    form.put("applicantIdNo", "370921199003078512");
    form.put("applicantPhone", "13805480001");
    form.put("projectName", "泰和商贸仓库");
    form.put("builderName", "泰和商贸有限公司");
    form.put("builderCode", "91370921MA3TY8EK0E");
    form.put("worksAddress", "宁阳县文庙街道金阳大街1号");
    form.put("singleForm", "yes");
    form.put("projectCode", "2026-370921-59-01-123456");
    form.put("designFixedOn", "2026-09-14");
    form.put("permitIssued", "no");
    form.put("offer", "choice");
    form.put("wantWater", true);
    form.put("wantDrainage", true);
    form.put("deliveryMethod", "electronic");
    return form;
  }

  private static Map<String, Object> water() {
    return Map.of(
        "waterPipe", "100",
        "dailyWater", "80",
        "waterMeters", "12",
        "waterUse", "commercial",
        "waterOuterLine", "no",
        "waterCustomerWorks", "no",
        "surveyResult", "ok");
  }

  private static Map<String, Object> drains() {
    return Map.of(
        "drainageKind", "separate",
        "drainagePipe", "300",
        "dailyDischarge", "120",
        "drainagePlan", "污水经化粪池后接入金阳大街污水管",
        "drainageOuterLine", "no",
        "surveyResult", "ok");
  }

  private static Map<String, Object> plan() {
    return Map.of(
        "sharedPlanNo", "LHFA-2026-0001",
        "sharedPlan", "沿金阳大街北侧接入，无外线",
        "worksBy", "none",
        "jointLine", "no");
  }
}
