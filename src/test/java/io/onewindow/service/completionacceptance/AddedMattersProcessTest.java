package io.onewindow.service.completionacceptance;

import static io.onewindow.service.completionacceptance.Acceptance.SERVICE;
import static io.onewindow.service.completionacceptance.Acceptance.flats;
import static io.onewindow.story.Applications.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onewindow.casefile.paper.Vault;
import io.onewindow.database.OnBothDatabases;
import io.onewindow.problem.Problem;
import io.onewindow.story.Hall;
import io.onewindow.story.StoryTest;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the kind of project adds to a joint acceptance, and what is left to be completed after. */
@StoryTest
@OnBothDatabases
class AddedMattersProcessTest {

  private static final String ADDED = "出具增加事项意见";

  @Autowired private Hall hall;
  @Autowired private RuntimeService runtime;
  @Autowired private JdbcClient jdbc;
  @Autowired private Vault vault;

  @AfterEach
  void closeTheHall() {
    hall.closes();
  }

  @ParameterizedTest
  @CsvSource({
    "sx, residential, Planning Approval",
    "lc, industrial, Planning UrbanMgmt",
    "hk, public, Planning Approval",
    "ny, municipal, UrbanMgmt"
  })
  void theKindOfProjectDecidesWhoElseIsAsked(String place, String type, String offices) {
    hall.itIs("2026-09-14T09:00");
    Acceptance works = begun(place, with(flats(), Map.of("projectType", type)));
    for (String office : offices.split(" ")) {
      works.passes(office, ADDED);
    }
    assertThat(hall.openTasks(works.theCase())).doesNotContain(ADDED);
  }

  @ParameterizedTest
  @CsvSource({"sx, 7", "ny, 7", "hk, 6"})
  void aDevelopmentIsPushedToTheDepartmentsOfThePlan(String place, int offices) {
    hall.itIs("2026-09-14T09:00");
    Acceptance works = begun(place, with(flats(), Map.of("development", true)));
    assertThat(hall.openTasks(works.theCase())).filteredOn(ADDED::equals).hasSize(offices);
    works.passes("Education", ADDED).passes("Civil", ADDED).passes("Health", ADDED);
    works.passes("Town", ADDED);
    assertThat(hall.openTasks(works.theCase())).filteredOn(ADDED::equals).hasSize(offices - 4);
  }

  @Test
  void whatAnAddedDepartmentWantsPutRightStandsInTheOneListAndIsLookedAtAgain() {
    hall.itIs("2026-09-14T09:00");
    Acceptance works = begun("hk", with(flats(), Map.of("development", true)));
    ProcessInstance theCase = works.theCase();
    works.passes("Planning", "出具规划核实意见").passes("Housing", "出具消防意见", "出具竣工备案意见", "出具档案验收意见");
    works.addedPass().passes("Civil", ADDED).passes("Health", ADDED).passes("Town", ADDED);
    works.opinion("Education", ADDED, "rectify", "1. 幼儿园活动场地未铺软质地面");
    assertThat(hall.openTasks(theCase)).containsExactly("登记整改结果");
    assertThat((String) hall.variable(theCase, "rectificationItems"))
        .isEqualTo("配套教育设施：\n1. 幼儿园活动场地未铺软质地面");
    works.rectified();
    assertThat(hall.openTasks(theCase)).containsExactly(ADDED);
    works.opinion("Education", ADDED, "fail", "1. 幼儿园活动场地仍未铺软质地面");
    assertThatThrownBy(() -> works.concludes("grant")).hasStackTraceContaining("配套教育设施不合格");
  }

  @Test
  void theBuildersTimeIsNotCountedAndWhatWasLeftIsLeft() {
    hall.itIs("2026-09-14T09:00");
    Acceptance works = begun("sx", flats());
    ProcessInstance theCase = works.theCase();
    assertThat(hall.timerOf(theCase, "boundaryEvent_casePromise")).isEqualTo("2026-10-10T17:30");
    // four of the fifteen working days are used: 15, 16, 17 and 18 September
    hall.itIs("2026-09-18T17:30");
    works.passes("Planning", "出具规划核实意见").passes("Housing", "出具竣工备案意见", "出具档案验收意见");
    works.addedPass().opinion("Housing", "出具消防意见", "rectify", "1. 2号楼北侧消防车道净宽不足4米");
    // weeks over the national holiday: nobody is late
    hall.itIs("2026-11-10T09:00");
    assertThat(hall.openTasks(theCase)).containsExactly("登记整改结果");
    hall.itIs("2026-11-11T09:00");
    works.rectified();
    // eleven are left: 11 to 13, 16 to 20 and 23 to 25 November
    assertThat(hall.timerOf(theCase, "boundaryEvent_casePromise")).isEqualTo("2026-11-25T17:30");
  }

  @Test
  void whatIsLeftToBeCompletedHasADayAndIsLookedIntoOnThatDay() {
    hall.itIs("2026-09-14T09:00");
    Acceptance works = begun("sx", flats());
    ProcessInstance theCase = works.theCase();
    works.passes("Planning", "出具规划核实意见").passes("Housing", "出具消防意见", "出具档案验收意见").addedPass();
    String items = "1. 外墙局部装饰";
    assertThatThrownBy(() -> works.opinion("Housing", "出具竣工备案意见", "deferred", items))
        .satisfies(
            refusal ->
                assertThat(Problem.in(refusal).fields())
                    .extracting(Problem.Field::key)
                    .containsExactly("opinionBy"));
    assertThatThrownBy(() -> works.deferred("Housing", "出具竣工备案意见", items, "2026-09-14"))
        .hasStackTraceContaining("应晚于今天");
    works.deferred("Housing", "出具竣工备案意见", items, "2026-10-30");
    assertThat((String) hall.variable(theCase, "opinionsText"))
        .contains("建设工程竣工验收备案：通过，2026-10-30前完善：1. 外墙局部装饰");
    works.concludes("grant");
    assertThat(hall.openTasks(theCase)).containsExactly("核实履行情况");
    assertThat(hall.dueOf(theCase, "核实履行情况")).isEqualTo("2026-10-30T17:30");
    assertThat(paper(theCase)).contains("建设工程竣工验收备案，2026-10-30前完善：1. 外墙局部装饰");

    hall.itIs("2026-10-30T17:30");
    assertThat(hall.openTasks(theCase)).containsExactlyInAnyOrder("认定未履行", "督办并说明原因");
    hall.completes(
        "sxHousing",
        theCase,
        "认定未履行",
        Map.of("dutyJudgement", "breached", "judgementReason", "到期仍未完成外墙装饰"));
    assertThat(
            jdbc.sql("select reason from ow_credit_record where receipt_no = ?")
                .param(theCase.getBusinessKey())
                .query((row, n) -> vault.open("ow_credit_record.reason", row.getString(1)))
                .single())
        .contains("建设工程竣工验收备案");
  }

  @Test
  void anArchiveThatFailsAgainIsNotPassedOver() {
    hall.itIs("2026-09-14T09:00");
    Acceptance works = begun("sx", flats());
    works.passes("Planning", "出具规划核实意见").passes("Housing", "出具消防意见", "出具竣工备案意见").addedPass();
    works.opinion("Housing", "出具档案验收意见", "rectify", "1. 缺少隐蔽工程记录").rectified();
    works.opinion("Housing", "出具档案验收意见", "fail", "1. 缺少隐蔽工程记录");
    assertThatThrownBy(() -> works.concludes("grant"))
        .hasStackTraceContaining("建设工程竣工档案验收不合格")
        .hasStackTraceContaining("第十七条");
  }

  @Test
  void theFilingOfADevelopmentBeginsWithTheOpinionAndAsksNobodyTwice() {
    hall.itIs("2026-09-14T09:00");
    Acceptance works = begun("hk", developmentToBeFiled());
    works.passes("Planning", "出具规划核实意见").passes("Housing", "出具消防意见", "出具竣工备案意见", "出具档案验收意见");
    works.addedPass().passes("Education", ADDED).passes("Civil", ADDED).passes("Health", ADDED);
    works.passes("Town", ADDED).concludes("grant");
    ProcessInstance filing =
        runtime
            .createProcessInstanceQuery()
            .processInstanceBusinessKey(
                (String) hall.variable(works.theCase(), "realEstateFilingNo"))
            .rootProcessInstances()
            .singleResult();
    hall.completes("hkHousing", filing, "核对备案申请", Map.of("filingAcceptance", "accept"));
    Map<String, Object> unsigned = Map.of("facilityOpinion", "fail", "facilityItems", "场地未铺软质地面");
    assertThatThrownBy(() -> hall.completes("hkEducation", filing, "出具教育意见", unsigned))
        .hasStackTraceContaining("该设施在联合验收中已经通过");
    hall.completes(
        "hkEducation",
        filing,
        "出具教育意见",
        Map.of("facilityOpinion", "pass", "handover", "signed", "agreementNo", "YJ2026-031"));
  }

  @Test
  void onlyADevelopmentHasFacilitiesToBeFiled() {
    hall.itIs("2026-09-14T09:00");
    assertThatThrownBy(
            () ->
                hall.starts(
                    "sxClerk",
                    SERVICE,
                    with(flats(), Map.of("projectType", "industrial", "development", true))))
        .hasStackTraceContaining("项目类型应为居住");
    assertThatThrownBy(
            () ->
                hall.starts(
                    "hkClerk",
                    SERVICE,
                    with(developmentToBeFiled(), Map.of("roadState", "pending"))))
        .hasStackTraceContaining("应为已完工并通过验收");
    assertThatThrownBy(
            () ->
                hall.starts(
                    "hkClerk",
                    SERVICE,
                    with(developmentToBeFiled(), Map.of("utilitiesAcceptedOn", "2026-09-15"))))
        .hasStackTraceContaining("最后一项通过验收的日期");
  }

  @Test
  void whoFilesLateIsToldAndAcceptedAllTheSame() {
    hall.itIs("2026-09-14T09:00");
    ProcessInstance inTime =
        hall.starts("sxClerk", SERVICE, with(flats(), Map.of("completionDate", "2026-08-30")));
    assertThat(hall.variable(inTime, "lateFilingNote")).isNull();
    ProcessInstance late =
        hall.starts("sxClerk", SERVICE, with(flats(), Map.of("completionDate", "2026-08-29")));
    assertThat((String) hall.variable(late, "lateFilingNote"))
        .contains("2026-09-13", "《建设工程质量管理条例》第四十九条");
  }

  private static Map<String, Object> developmentToBeFiled() {
    Map<String, Object> form =
        with(
            flats(),
            Map.of(
                "development", true,
                "filingWanted", "yes",
                "heatState", "none",
                "utilitiesAcceptedOn", "2026-08-30",
                "hasEducation", true,
                "facilityList", "幼儿园，小区东北角，2600平方米"));
    for (String utility :
        new String[] {
          "waterState", "powerState", "gasState", "telecomState", "roadState", "drainageState"
        }) {
      form.put(utility, "accepted");
    }
    return form;
  }

  private Acceptance begun(String place, Map<String, Object> form) {
    Acceptance works = Acceptance.accepted(hall, place, form);
    if (place.equals("lc")) {
      hall.completes("lcApproval", works.theCase(), "确认方式和提前意见", Map.of("acceptanceMode", "whole"));
    }
    return works.visited("2026-09-14");
  }

  private String paper(ProcessInstance theCase) {
    return jdbc.sql("select content from ow_paper where receipt_no = ? and kind = 'RESULT'")
        .param(theCase.getBusinessKey())
        .query(String.class)
        .single();
  }
}
