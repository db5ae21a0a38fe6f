package io.onewindow.service.realestatefiling;

import static io.onewindow.service.realestatefiling.Development.SERVICE;
import static io.onewindow.service.realestatefiling.Development.deferredUntil;
import static io.onewindow.service.realestatefiling.Development.garden;
import static io.onewindow.story.Applications.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onewindow.casefile.CaseFile;
import io.onewindow.casefile.CaseState;
import io.onewindow.database.OnBothDatabases;
import io.onewindow.problem.Problem;
import io.onewindow.story.Hall;
import io.onewindow.story.StoryTest;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 房地产综合验收备案 from the filing to the last facility taken over. */
@StoryTest
@OnBothDatabases
class RealEstateFilingProcessTest {

  @Autowired private Hall hall;
  @Autowired private CaseFile caseFile;
  @Autowired private JdbcClient jdbc;

  @AfterEach
  void closeTheHall() {
    hall.closes();
  }

  @Test
  void pushesToEveryDepartmentOfThePlanAtOnceAndFilesInTime() {
    hall.itIs("2026-09-14T09:00");
    Development garden = Development.pushed(hall, "sx", "Approval", garden());
    ProcessInstance theCase = garden.theCase();
    assertThat(hall.openTasks(theCase))
        .containsExactly("出具住建意见", "出具卫健意见", "出具教育意见", "出具民政意见", "出具街道意见");
    assertThat(hall.dueOf(theCase, "出具教育意见")).isEqualTo("2026-09-20T17:30");
    garden.signed("Education", "出具教育意见").without("Housing", "出具住建意见").othersHaveNothing();
    assertThat((String) hall.variable(theCase, "facilitiesText"))
        .contains("教育设施：通过，已签订移交协议YJ2026-031")
        .contains("养老设施：本项目没有");
    assertThatThrownBy(() -> garden.concludes("Approval", "refuse"))
        .hasStackTraceContaining("不得另行否决");
    garden.concludes("Approval", "grant");
    assertThat(hall.variable(theCase, "filingNo")).isEqualTo(theCase.getBusinessKey() + "-F1");
    assertThat(stateOf(theCase)).isEqualTo(CaseState.ISSUED);
    assertThat(hall.hasEnded(theCase)).isTrue();
    assertThat(refusedFields("sx", garden())).containsExactly("jointAcceptanceNo");
    assertThatThrownBy(() -> hall.starts("sxClerk", SERVICE, garden()))
        .hasStackTraceContaining("不能重复备案")
        .hasStackTraceContaining("莘政发〔2021〕28号 附件二(三)");
  }

  @Test
  void ofTwoFilingsOnOneOpinionTheSecondIsNotIssued() {
    hall.itIs("2026-09-14T09:00");
    Development first = Development.pushed(hall, "sx", "Approval", garden());
    Development second = Development.pushed(hall, "sx", "Approval", garden());
    for (Development one : List.of(first, second)) {
      one.signed("Education", "出具教育意见").without("Housing", "出具住建意见").othersHaveNothing();
    }
    first.concludes("Approval", "grant");
    assertThatThrownBy(() -> second.concludes("Approval", "grant"))
        .satisfies(
            refusal -> {
              assertThat(Problem.in(refusal).code()).isEqualTo("opinion-filed");
              assertThat(Problem.in(refusal)).hasMessageContaining("莘政发〔2021〕28号 附件二(三)");
            });
    assertThat(hall.openTasks(second.theCase())).containsExactly("作出备案结论");
  }

  @ParameterizedTest
  @CsvSource({"lc, Approval, 5", "ny, Approval, 5", "hk, Housing, 4"})
  void theLeadAndTheListAreThoseOfThePlan(String place, String lead, int departments) {
    hall.itIs("2026-09-14T09:00");
    ProcessInstance theCase = Development.pushed(hall, place, lead, garden()).theCase();
    assertThat(hall.openTasks(theCase)).hasSize(departments);
    assertThat(hall.openTasks(theCase).contains("出具住建意见")).isEqualTo(departments == 5);
  }

  @Test
  void filesWithoutAFacilityThatCannotBeHandedOverAndSeesItTakenOverOnTheNamedDay() {
    hall.itIs("2026-09-14T09:00");
    Development garden = Development.pushed(hall, "hk", "Housing", garden());
    ProcessInstance theCase = garden.theCase();
    assertThatThrownBy(() -> garden.says("Education", "出具教育意见", deferredUntil("2026-09-14")))
        .hasStackTraceContaining("约定接收日期");
    assertThatThrownBy(
            () ->
                garden.says(
                    "Education",
                    "出具教育意见",
                    with(deferredUntil("2026-10-03"), Map.of("agreementNo", ""))))
        .hasStackTraceContaining("移交协议编号");
    garden
        .says("Education", "出具教育意见", deferredUntil("2026-10-03"))
        .othersHaveNothing()
        .concludes("Housing", "grant");
    assertThat(stateOf(theCase)).isEqualTo(CaseState.ISSUED);
    assertThat(hall.openTasks(theCase)).containsExactly("登记接收设施");
    assertThat(hall.task("hkEducation", theCase, "登记接收设施")).isNotNull();
    // the day named is one of the national holiday: the first office day after it
    assertThat(hall.dueOf(theCase, "登记接收设施")).isEqualTo("2026-10-08T17:30");

    hall.itIs("2026-10-08T17:29");
    assertThat(hall.openTasks(theCase)).containsExactly("登记接收设施");
    hall.itIs("2026-10-08T17:30");
    assertThat(hall.openTasks(theCase)).containsExactly("登记接收设施", "督办并说明原因");
    supervised("hk", theCase);
    hall.itIs("2026-10-12T09:00");
    hall.completes(
        "hkEducation",
        theCase,
        "登记接收设施",
        Map.of("takenOverOn", "2026-10-12", "takeoverNote", "区教育局接收，交接单JJ2026-7"));
    assertThat(hall.hasEnded(theCase)).isTrue();
    // the builder is not to blame: nothing enters its record
    assertThat(creditRecords(theCase)).isZero();
  }

  @Test
  void asksAgainOnlyWhomTheBuilderStillOwesSomething() {
    hall.itIs("2026-09-14T09:00");
    Development garden = Development.pushed(hall, "sx", "Approval", garden());
    ProcessInstance theCase = garden.theCase();
    garden
        .says(
            "Education",
            "出具教育意见",
            Map.of(
                "facilityOpinion", "rectify",
                "facilityItems", "1. 活动场地未铺软质地面",
                "handover", "unsigned"))
        .without("Housing", "出具住建意见")
        .othersHaveNothing();
    assertThat(hall.openTasks(theCase)).containsExactly("登记整改结果");
    hall.completes("sxClerk", theCase, "登记整改结果", Map.of("rectificationNote", "已铺软质地面"));
    assertThat(hall.openTasks(theCase)).containsExactly("出具教育意见");
    assertThatThrownBy(
            () ->
                garden.says(
                    "Education",
                    "出具教育意见",
                    Map.of(
                        "facilityOpinion", "rectify",
                        "facilityItems", "2. 围墙高度不足",
                        "handover", "unsigned")))
        .hasStackTraceContaining("不得再次提出整改");

    garden.says("Education", "出具教育意见", Map.of("facilityOpinion", "pass", "handover", "unsigned"));
    assertThat(hall.openTasks(theCase)).containsExactly("登记移交协议");
    hall.completes("sxClerk", theCase, "登记移交协议", Map.of("agreementNote", "YJ2026-031，已签订"));
    garden.signed("Education", "出具教育意见").concludes("Approval", "grant");
    assertThat(hall.hasEnded(theCase)).isTrue();
    assertThat(hall.path(theCase)).filteredOn("userTask_civilFacility"::equals).hasSize(1);
    assertThat(hall.path(theCase)).filteredOn("userTask_educationFacility"::equals).hasSize(3);
  }

  @Test
  void noOfficeIsLateWhileTheBuilderHasYetToSign() {
    hall.itIs("2026-09-14T09:00");
    Development garden = Development.pushed(hall, "sx", "Approval", garden());
    ProcessInstance theCase = garden.theCase();
    garden
        .says("Education", "出具教育意见", Map.of("facilityOpinion", "pass", "handover", "unsigned"))
        .without("Housing", "出具住建意见")
        .othersHaveNothing();
    assertThat((String) hall.variable(theCase, "outstandingText")).isEqualTo("教育设施：签订移交协议");
    assertThat(hall.dueOf(theCase, "登记移交协议")).isEqualTo("2026-10-14T17:30");
    hall.itIs("2026-10-13T09:00");
    assertThat(hall.openTasks(theCase)).containsExactly("登记移交协议");
    hall.completes("sxClerk", theCase, "登记移交协议", Map.of("agreementNote", "YJ2026-031，已签订"));
    assertThat(hall.dueOf(theCase, "出具教育意见")).isEqualTo("2026-10-20T17:30");
    hall.itIs("2026-10-20T17:29");
    assertThat(hall.openTasks(theCase)).containsExactly("出具教育意见");
    hall.itIs("2026-10-20T17:30");
    assertThat(hall.openTasks(theCase)).containsExactly("出具教育意见", "督办并说明原因");
  }

  @Test
  void isNotFiledWhenAFacilityFailsAgain() {
    hall.itIs("2026-09-14T09:00");
    Development garden = Development.pushed(hall, "ny", "Approval", garden());
    ProcessInstance theCase = garden.theCase();
    Map<String, Object> yard = Map.of("facilityItems", "1. 活动场地未铺软质地面", "handover", "unsigned");
    assertThatThrownBy(
            () -> garden.says("Education", "出具教育意见", with(yard, Map.of("facilityOpinion", "fail"))))
        .hasStackTraceContaining("首次不能选择")
        .hasStackTraceContaining("《优化营商环境条例》第三十六条");
    garden
        .says("Education", "出具教育意见", with(yard, Map.of("facilityOpinion", "rectify")))
        .without("Housing", "出具住建意见")
        .othersHaveNothing();
    hall.completes("nyClerk", theCase, "登记整改结果", Map.of("rectificationNote", "已铺软质地面"));
    garden.says("Education", "出具教育意见", with(yard, Map.of("facilityOpinion", "fail")));
    assertThatThrownBy(() -> garden.concludes("Approval", "grant"))
        .hasStackTraceContaining("应为不予备案：教育设施复验不合格（宁政发〔2021〕8号 附件·工程建设项目审批制度改革5）");
    garden.concludes("Approval", "refuse");
    assertThat(stateOf(theCase)).isEqualTo(CaseState.REJECTED);
    hall.completes("nyClerk", theCase, "送达决定书", Map.of("deliveredTo", "王明德"));
    assertThat(hall.hasEnded(theCase)).isTrue();
  }

  @Test
  void aFacilityOfTheApplicationCannotBeSaidNotToBeThere() {
    hall.itIs("2026-09-14T09:00");
    Development garden = Development.pushed(hall, "sx", "Approval", garden());
    assertThatThrownBy(() -> garden.without("Education", "出具教育意见"))
        .satisfies(
            refusal ->
                assertThat(Problem.in(refusal).fields())
                    .extracting(Problem.Field::key)
                    .containsExactly("handover"));
  }

  @Test
  void isNotAcceptedForAReasonThatIsDelivered() {
    hall.itIs("2026-09-14T09:00");
    ProcessInstance theCase = hall.starts("sxClerk", SERVICE, garden());
    assertThat(hall.dueOf(theCase, "核对备案申请")).isEqualTo("2026-09-16T17:30");
    hall.itIs("2026-09-16T17:30");
    assertThat(hall.openTasks(theCase)).containsExactly("核对备案申请", "督办并说明原因");
    supervised("sx", theCase);
    hall.completes(
        "sxApproval",
        theCase,
        "核对备案申请",
        Map.of("filingAcceptance", "refuse", "filingReason", "不是房地产开发项目"));
    assertThat(stateOf(theCase)).isEqualTo(CaseState.REFUSED);
    hall.completes("sxClerk", theCase, "送达决定书", Map.of("deliveredTo", "王明德"));
    assertThat(hall.hasEnded(theCase)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "lc, 聊政发〔2021〕7号 附件二(三)",
    "sx, 莘政发〔2021〕28号 附件二(三)",
    "ny, 宁政发〔2021〕8号 附件·工程建设项目审批制度改革5",
    "hk, 东河政发〔2021〕3号 二(二)6"
  })
  void refusesAFilingBeforeTheUtilitiesAreAcceptedWithTheClause(String place, String clause) {
    hall.itIs("2026-09-14T09:00");
    Map<String, Object> dry = with(garden(), Map.of("drainageState", "pending"));
    assertThat(refusedFields(place, dry)).containsExactly("drainageState");
    assertThatThrownBy(() -> hall.starts(place + "Clerk", SERVICE, dry))
        .satisfies(refusal -> assertThat(Problem.in(refusal)).hasMessageContaining(clause));
  }

  @Test
  void namesEveryFieldThatIsWrongWithItsRule() {
    hall.itIs("2026-09-14T09:00");
    assertThat(
            refusedFields(
                "sx",
                with(
                    garden(),
                    Map.of(
                        "builderCode", "91371522MA3C0ABC10",
                        "utilitiesAcceptedOn", "2026-09-15",
                        "jointAcceptanceDate", "2026-02-30"))))
        .containsExactly("builderCode", "utilitiesAcceptedOn", "jointAcceptanceDate");
    ProcessInstance other = hall.starts("sxClerk", SERVICE, garden());
    assertThat(
            refusedFields(
                "sx", with(garden(), Map.of("jointAcceptanceNo", other.getBusinessKey() + "-Y1"))))
        .containsExactly("jointAcceptanceNo");
    assertThat(refusedFields("sx", with(garden(), Map.of("heatState", "no"))))
        .containsExactly("heatState");
  }

  private long creditRecords(ProcessInstance theCase) {
    return jdbc.sql("select count(*) from ow_credit_record where receipt_no = ?")
        .param(theCase.getBusinessKey())
        .query(Long.class)
        .single();
  }

  private void supervised(String place, ProcessInstance theCase) {
    hall.completes(
        place + "Supervisor",
        theCase,
        "督办并说明原因",
        Map.of("overdueReason", "经办人员外出培训", "correctiveAction", "指定专人当日补办"));
  }

  private List<String> refusedFields(String place, Map<String, Object> form) {
    try {
      hall.starts(place + "Clerk", SERVICE, form);
      return List.of();
    } catch (RuntimeException refusal) {
      return Problem.in(refusal).fields().stream().map(Problem.Field::key).toList();
    }
  }

  private CaseState stateOf(ProcessInstance theCase) {
    return caseFile.find(theCase.getBusinessKey()).orElseThrow().state();
  }
}
