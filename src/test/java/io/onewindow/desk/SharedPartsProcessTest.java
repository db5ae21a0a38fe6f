package io.onewindow.desk;

import static io.onewindow.story.Applications.tradingCompany;
import static io.onewindow.story.Applications.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onewindow.casefile.CaseFile;
import io.onewindow.casefile.CaseRecord;
import io.onewindow.casefile.CaseState;
import io.onewindow.casefile.material.MaterialState;
import io.onewindow.casefile.material.Materials;
import io.onewindow.database.OnBothDatabases;
import io.onewindow.story.Hall;
import io.onewindow.story.StoryTest;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What every service shares at the window, told on the opening of companies. */
@StoryTest
@OnBothDatabases
class SharedPartsProcessTest {

  private static final String SERVICE = "company-registration";

  @Autowired private Hall hall;
  @Autowired private CaseFile caseFile;
  @Autowired private Materials materials;
  @Autowired private JdbcClient jdbc;

  @AfterEach
  void closeTheHall() {
    hall.closes();
  }

  @Test
  void showsTheClerkTheWholeApplicationInTheFormsOwnWordsWithoutTheIdentityNumber() {
    hall.itIs("2026-09-15T10:00");
    ProcessInstance theCase = hall.starts("nyClerk", SERVICE, tradingCompany());
    assertThat((String) hall.variable(theCase, "applicationText"))
        .contains("企业名称：宁阳县泰和商贸有限公司")
        .contains("主体类型：有限责任公司")
        .contains("外商投资：否")
        .contains("法定代表人身份证号码：3709**********8512")
        .doesNotContain("370921199003078512");
  }

  @Test
  void entersWhatTheClerkFoundCompleteInTheRegister() {
    hall.itIs("2026-09-15T10:00");
    ProcessInstance theCase = hall.starts("nyClerk", SERVICE, tradingCompany());
    assertThat(materials.missing(theCase.getBusinessKey())).isNotEmpty();
    hall.completes("nyClerk", theCase, "审查申请材料", Map.of("materialsDecision", "complete"));
    assertThat(materials.missing(theCase.getBusinessKey())).isEmpty();
    assertThat(materials.list(theCase.getBusinessKey()))
        .filteredOn(one -> one.state() == MaterialState.SUBMITTED)
        .isNotEmpty()
        .allSatisfy(one -> assertThat(one.actedBy()).isEqualTo("nyClerk"));
  }

  @Test
  void deliversElectronicallyWithoutAnybodysTask() {
    hall.itIs("2026-09-15T10:00");
    ProcessInstance theCase =
        hall.starts(
            "nyClerk", SERVICE, with(tradingCompany(), Map.of("deliveryMethod", "electronic")));
    hall.completes("nyClerk", theCase, "审查申请材料", Map.of("materialsDecision", "complete"));
    assertThat(hall.hasEnded(theCase)).isTrue();
    assertThat(file(theCase).state()).isEqualTo(CaseState.ISSUED);
    assertThat(hall.variable(theCase, "handOutMethod")).isEqualTo("electronic");
  }

  @Test
  void laysTheResultIntoALockerWhereTheApplicantWantsToFetchItAnyTime() {
    hall.itIs("2026-09-15T10:00");
    ProcessInstance theCase =
        hall.starts(
            "nyClerk", SERVICE, with(tradingCompany(), Map.of("deliveryMethod", "self-service")));
    hall.completes("nyClerk", theCase, "审查申请材料", Map.of("materialsDecision", "complete"));
    assertThatThrownBy(
            () ->
                hall.completes("nyClerk", theCase, "统一出件", Map.of("handOutMethod", "self-service")))
        .hasStackTraceContaining("自助柜格口");
    hall.completes(
        "nyClerk",
        theCase,
        "统一出件",
        Map.of("handOutMethod", "self-service", "lockerNo", "A 柜 12 号"));
    assertThat(file(theCase).state()).isEqualTo(CaseState.ISSUED);
  }

  @Test
  void handsWhatLookedSuspiciousOverToTheRegulatorsAndWaitsUntilTheyTakeIt() {
    hall.itIs("2026-09-15T10:00");
    ProcessInstance theCase =
        hall.starts(
            "nyClerk", SERVICE, with(tradingCompany(), Map.of("additionalPremises", "宁阳县二号仓库")));
    hall.completes("nyClerk", theCase, "审查申请材料", Map.of("materialsDecision", "complete"));
    hall.completes(
        "nyApproval",
        theCase,
        "审查名称住所",
        Map.of("registrationDecision", "grant", "suspicion", "同一住所已登记十二户"));
    hall.completes(
        "nyClerk", theCase, "统一出件", Map.of("handOutMethod", "pickup", "recipientName", "王晓明"));
    assertThat(file(theCase).state()).isEqualTo(CaseState.ISSUED);
    assertThat(hall.dueOf(theCase, "认领监管信息")).isEqualTo("2026-09-18T17:30");

    hall.itIs("2026-09-18T17:30");
    assertThat(hall.openTasks(theCase)).contains("督办并说明原因");

    assertThatThrownBy(
            () ->
                hall.completes(
                    "nyMarketReg", theCase, "认领监管信息", Map.of("takeOverNote", List.of(5))))
        .as("the form is checked before the step's own listener reads it")
        .hasStackTraceContaining("“监管安排”应为文本");
    hall.completes("nyMarketReg", theCase, "认领监管信息", Map.of("takeOverNote", "由文庙监管所一周内上门核查住所"));
    var handedOver =
        jdbc.sql("select * from ow_hand_over where receipt_no = ?")
            .param(theCase.getBusinessKey())
            .query()
            .singleRow();
    assertThat(handedOver)
        .containsEntry("suspicion", "同一住所已登记十二户")
        .containsEntry("result_no", hall.variable(theCase, "licenceNo"))
        .containsEntry("taken_by", "nyMarketReg");
  }

  @Test
  void tellsTheRegulatorsOfEveryLicenceWithoutATaskWhereNothingIsSuspicious() {
    hall.itIs("2026-09-15T10:00");
    ProcessInstance theCase =
        hall.starts(
            "nyClerk", SERVICE, with(tradingCompany(), Map.of("deliveryMethod", "electronic")));
    hall.completes("nyClerk", theCase, "审查申请材料", Map.of("materialsDecision", "complete"));
    assertThat(
            jdbc.sql("select regulator from ow_hand_over where receipt_no = ?")
                .param(theCase.getBusinessKey())
                .query(String.class)
                .single())
        .isEqualTo("marketReg");
  }

  @Test
  void recordsTheAgentAndTheAuthorization() {
    hall.itIs("2026-09-15T10:00");
    Map<String, Object> byAgent =
        with(
            tradingCompany(),
            Map.of(
                "filedBy", "agent",
                "agentName", "赵代办",
                "agentIdNo", "370921198811204623",
                "authorizationNo", "WT2026-0001"));
    ProcessInstance theCase = hall.starts("nyClerk", SERVICE, byAgent);
    assertThat(filing(theCase))
        .containsEntry("agent_name", "赵代办")
        .containsEntry("authorization_no", "WT2026-0001")
        .containsEntry("filed_in", null);

    assertThatThrownBy(
            () ->
                hall.starts(
                    "nyClerk", SERVICE, with(byAgent, Map.of("agentIdNo", "370921198811204624"))))
        .hasStackTraceContaining("代办人身份证号码");
    assertThatThrownBy(
            () -> hall.starts("nyClerk", SERVICE, with(byAgent, Map.of("authorizationNo", " "))))
        .hasStackTraceContaining("授权委托书编号");
  }

  @Test
  void takesInAtOneHallWhatAnotherHallDecides() {
    hall.itIs("2026-09-15T10:00");
    Map<String, Object> forShenxian =
        with(tradingCompany(), Map.of("channel", "cross-region", "jurisdiction", "shenxian"));
    ProcessInstance theCase = hall.starts("nyClerk", SERVICE, forShenxian);
    assertThat(file(theCase).jurisdiction()).isEqualTo("shenxian");
    assertThat(theCase.getBusinessKey()).startsWith("371522");
    assertThat(filing(theCase)).containsEntry("filed_in", "ningyang");
    assertThat(hall.listOf("nyClerk")).isEmpty();
    hall.completes("sxClerk", theCase, "审查申请材料", Map.of("materialsDecision", "complete"));

    assertThatThrownBy(() -> hall.starts("nyTax", SERVICE, forShenxian))
        .isInstanceOf(AuthorizationException.class);
  }

  private Map<String, Object> filing(ProcessInstance theCase) {
    return jdbc.sql("select * from ow_filing where receipt_no = ?")
        .param(theCase.getBusinessKey())
        .query()
        .singleRow();
  }

  private CaseRecord file(ProcessInstance theCase) {
    return caseFile.find(theCase.getBusinessKey()).orElseThrow();
  }
}
