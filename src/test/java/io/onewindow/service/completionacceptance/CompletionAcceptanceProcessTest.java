package io.onewindow.service.completionacceptance;

import static io.onewindow.service.completionacceptance.Acceptance.SERVICE;
import static io.onewindow.service.completionacceptance.Acceptance.flats;
import static io.onewindow.story.Applications.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onewindow.casefile.CaseFile;
import io.onewindow.casefile.CaseState;
import io.onewindow.casefile.paper.Vault;
import io.onewindow.database.OnBothDatabases;
import io.onewindow.problem.Problem;
import io.onewindow.story.Hall;
import io.onewindow.story.StoryTest;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 联合竣工验收 from the filing to the opinion, and what the filing refuses. */
@StoryTest
@OnBothDatabases
class CompletionAcceptanceProcessTest {

  private static final String LANE = "1. 2号楼北侧消防车道净宽不足4米";

  @Autowired private Hall hall;
  @Autowired private CaseFile caseFile;
  @Autowired private TaskService tasks;
  @Autowired private JdbcClient jdbc;
  @Autowired private Vault vault;

  @AfterEach
  void closeTheHall() {
    hall.closes();
  }

  @Test
  void asksEveryDepartmentAtOnceAndIssuesOneOpinionAcrossTheNationalDay() {
    hall.itIs("2026-09-14T09:00");
    Acceptance flats =
        Acceptance.accepted(
            hall,
            "sx",
            with(
                flats(),
                Map.of(
                    "civilDefence",
                    true,
                    "fireCategory",
                    "acceptance",
                    "deliveryMethod",
                    "pickup")));
    ProcessInstance theCase = flats.theCase();
    assertThat(hall.openTasks(theCase)).containsExactly("组织联合踏勘");
    assertThat(hall.dueOf(theCase, "组织联合踏勘")).isEqualTo("2026-09-20T17:30");
    assertThat(hall.timerOf(theCase, "boundaryEvent_casePromise")).isEqualTo("2026-10-10T17:30");

    hall.itIs("2026-09-16T10:00");
    flats.visited("2026-09-16");
    assertThat(hall.openTasks(theCase))
        .containsExactlyInAnyOrder(
            "出具规划核实意见", "出具消防意见", "出具人防备案意见", "出具竣工备案意见", "出具档案验收意见", "出具增加事项意见", "出具增加事项意见");
    assertThat(hall.dueOf(theCase, "出具规划核实意见")).isEqualTo("2026-09-22T17:30");
    // fifteen working days by law from the acceptance
    assertThat(hall.dueOf(theCase, "出具消防意见")).isEqualTo("2026-10-10T17:30");

    flats.passes("Planning", "出具规划核实意见").passes("Housing", "出具消防意见", "出具人防备案意见", "出具竣工备案意见");
    flats.passes("Housing", "出具档案验收意见").addedPass();
    assertThat((String) hall.variable(theCase, "opinionsText"))
        .contains("规划核实：通过", "土地核验：通过", "水电气热通信和排水接入：通过");
    assertThatThrownBy(() -> flats.concludes("refuse")).hasStackTraceContaining("不得另行否决");
    flats.concludes("grant");
    assertThat(hall.dueOf(theCase, "统一出件")).isEqualTo("2026-09-17T17:30");
    hall.completes(
        "sxClerk", theCase, "统一出件", Map.of("handOutMethod", "pickup", "recipientName", "王明德"));
    assertThat(stateOf(theCase)).isEqualTo(CaseState.ISSUED);
    assertThat(hall.hasEnded(theCase)).isTrue();
    assertThat(hall.variable(theCase, "jointOpinionNo"))
        .isEqualTo(theCase.getBusinessKey() + "-Y1");
  }

  @Test
  void listsWhatIsToBePutRightOnceAndLooksAgainAtNothingElse() {
    hall.itIs("2026-09-14T09:00");
    Acceptance flats = fireLaneTooNarrow("sx");
    ProcessInstance theCase = flats.theCase();
    assertThat(hall.openTasks(theCase)).containsExactly("登记整改结果");
    assertThat((String) hall.variable(theCase, "rectificationItems"))
        .isEqualTo("消防验收或备案：\n" + LANE);

    hall.itIs("2026-11-02T09:00");
    assertThat(hall.openTasks(theCase)).containsExactly("登记整改结果");
    flats.rectified();
    assertThat(hall.openTasks(theCase)).containsExactly("出具消防意见");
    assertThat(hall.timerOf(theCase, "boundaryEvent_casePromise")).isEqualTo("2026-11-23T17:30");
    assertThatThrownBy(() -> flats.opinion("Housing", "出具消防意见", "rectify", LANE))
        .hasStackTraceContaining("不得再次提出整改");
    flats.passes("Housing", "出具消防意见").concludes("grant");
    assertThat(hall.hasEnded(theCase)).isTrue();
    assertThat(hall.path(theCase)).filteredOn("userTask_planningOpinion"::equals).hasSize(1);
    assertThat(hall.path(theCase)).filteredOn("userTask_organiseVisit"::equals).hasSize(1);
    assertThat(hall.path(theCase)).filteredOn("userTask_fireOpinion"::equals).hasSize(2);
  }

  @Test
  void isRefusedWhenTheWorksFailAgain() {
    hall.itIs("2026-09-14T09:00");
    Acceptance flats = fireLaneTooNarrow("sx").rectified();
    ProcessInstance theCase = flats.theCase();
    flats.opinion("Housing", "出具消防意见", "fail", LANE);
    assertThatThrownBy(() -> flats.concludes("grant"))
        .satisfies(
            refusal -> assertThat(Problem.in(refusal)).hasMessageContaining("应为不予通过：消防验收或备案不合格"));
    flats.concludes("refuse");
    assertThat(stateOf(theCase)).isEqualTo(CaseState.REJECTED);
    hall.completes("sxClerk", theCase, "送达决定书", Map.of("deliveredTo", "王明德"));
    assertThat(hall.hasEnded(theCase)).isTrue();
    assertThat(accepted()).isZero();
  }

  @Test
  void acceptsSectionAfterSectionAndNoneTwice() {
    hall.itIs("2026-09-14T09:00");
    Map<String, Object> first =
        with(flats(), Map.of("acceptanceMode", "section", "sectionName", "1号楼"));
    Acceptance one = Acceptance.accepted(hall, "sx", first).visited("2026-09-14");
    Acceptance same = Acceptance.accepted(hall, "sx", first).visited("2026-09-14");
    allPass(one).concludes("grant");
    assertThat(hall.hasEnded(one.theCase())).isTrue();

    assertThat(refusedFields(with(first, Map.of("sectionName", "１号 楼"))))
        .containsExactly("sectionName");
    assertThat(refusedFields(flats())).containsExactly("acceptanceMode");
    assertThatThrownBy(() -> allPass(same).concludes("grant"))
        .satisfies(refusal -> assertThat(Problem.in(refusal).code()).isEqualTo("section-accepted"));

    allPass(
            Acceptance.accepted(hall, "sx", with(first, Map.of("sectionName", "2号楼")))
                .visited("2026-09-14"))
        .concludes("grant");
    assertThat(accepted()).isEqualTo(2);
  }

  @Test
  void waitsThreeMonthsForTheArchiveAcrossTheSpringFestivalAndRecordsTheBreach() {
    hall.itIs("2025-11-18T09:00");
    Acceptance flats =
        Acceptance.accepted(hall, "ny", with(flats(), Map.of("archiveByCommitment", true)))
            .visited("2025-11-18");
    ProcessInstance theCase = flats.theCase();
    assertThat(hall.variable(theCase, "archiveOpinionNo"))
        .isEqualTo(theCase.getBusinessKey() + "-D1");
    assertThat(hall.openTasks(theCase))
        .containsExactlyInAnyOrder("出具规划核实意见", "出具消防意见", "出具竣工备案意见", "出具增加事项意见", "出具增加事项意见");
    flats
        .passes("Planning", "出具规划核实意见")
        .passes("Housing", "出具消防意见", "出具竣工备案意见")
        .addedPass()
        .concludes("grant");
    assertThat(stateOf(theCase)).isEqualTo(CaseState.ISSUED);
    // 18 February 2026 is a day of the festival; offices open again on the 24th
    assertThat(hall.dueOf(theCase, "核实履行情况")).isEqualTo("2026-02-24T17:30");

    hall.itIs("2026-02-24T17:29");
    assertThat(hall.openTasks(theCase)).containsExactly("核实履行情况");
    hall.itIs("2026-02-24T17:30");
    assertThat(hall.openTasks(theCase)).containsExactlyInAnyOrder("认定未履行", "督办并说明原因");
    hall.completes(
        "nyHousing",
        theCase,
        "认定未履行",
        Map.of("dutyJudgement", "breached", "judgementReason", "两次催告后仍未移交"));
    assertThat(
            jdbc.sql("select reason from ow_credit_record where receipt_no = ?")
                .param(theCase.getBusinessKey())
                .query((row, n) -> vault.open("ow_credit_record.reason", row.getString(1)))
                .single())
        .contains("城建档案验收材料");
  }

  @Test
  void remindsOfTheArchiveWhereThePlanNamesNoTerm() {
    hall.itIs("2026-09-14T09:00");
    Acceptance flats =
        Acceptance.accepted(hall, "hk", with(flats(), Map.of("archiveByCommitment", true)))
            .visited("2026-09-14");
    flats
        .passes("Planning", "出具规划核实意见")
        .passes("Housing", "出具消防意见", "出具竣工备案意见")
        .addedPass()
        .concludes("grant");
    assertThat(hall.dueOf(flats.theCase(), "核实履行情况")).isEqualTo("2026-12-14T17:30");
  }

  @Test
  void supervisesADepartmentThatIsLateAndTheWholeCaseAfterIt() {
    hall.itIs("2026-09-14T09:00");
    Acceptance flats = Acceptance.accepted(hall, "sx", flats());
    ProcessInstance theCase = flats.theCase();
    hall.itIs("2026-09-16T10:00");
    flats.visited("2026-09-16").passes("Housing", "出具消防意见", "出具竣工备案意见", "出具档案验收意见").addedPass();
    hall.itIs("2026-09-22T17:29");
    assertThat(hall.openTasks(theCase)).containsExactly("出具规划核实意见");
    hall.itIs("2026-09-22T17:30");
    assertThat(hall.openTasks(theCase)).containsExactly("出具规划核实意见", "督办并说明原因");
    supervised(theCase);

    hall.itIs("2026-10-10T17:29");
    assertThat(hall.openTasks(theCase)).containsExactly("出具规划核实意见");
    hall.itIs("2026-10-10T17:30");
    assertThat(hall.openTasks(theCase)).containsExactly("出具规划核实意见", "督办并说明原因");
    supervised(theCase);
    flats.passes("Planning", "出具规划核实意见").concludes("grant");
    assertThat(hall.hasEnded(theCase)).isTrue();
  }

  @Test
  void countsEarlyOpinionsWhereThePlanOffersThemAndLetsTheLeadChooseTheMode() {
    hall.itIs("2026-09-14T09:00");
    Map<String, Object> stadium =
        with(
            flats(),
            Map.of(
                "fireCategory", "acceptance",
                "earlyGuidance", "yes",
                "earlyPlanningNo", "GH2026-012"));
    ProcessInstance theCase = Acceptance.accepted(hall, "lc", stadium).theCase();
    assertThat(hall.openTasks(theCase)).containsExactly("确认方式和提前意见");
    assertThatThrownBy(
            () ->
                hall.completes(
                    "lcApproval", theCase, "确认方式和提前意见", Map.of("acceptanceMode", "section")))
        .hasStackTraceContaining("分段名称");
    Map<String, Object> east =
        Map.of("acceptanceMode", "section", "sectionName", "东看台", "earlyPlanningSeen", true);
    assertThatThrownBy(() -> hall.completes("lcApproval", theCase, "确认方式和提前意见", east))
        .hasStackTraceContaining("核对的意见书原件");
    hall.completes(
        "lcApproval",
        theCase,
        "确认方式和提前意见",
        with(east, Map.of("earlyPaper", "聊自然资核〔2026〕12号，2026-08-01")));
    hall.completes(
        "lcApproval",
        theCase,
        "组织联合踏勘",
        Map.of("visitDate", "2026-09-14", "visitRecord", "住建到场，查看东看台"));
    assertThat(hall.openTasks(theCase))
        .containsExactlyInAnyOrder("出具消防意见", "出具竣工备案意见", "出具档案验收意见", "出具增加事项意见", "出具增加事项意见");

    // a paper that nobody has seen counts for nothing
    ProcessInstance unseen = Acceptance.accepted(hall, "sx", stadium).theCase();
    hall.completes("sxApproval", unseen, "确认方式和提前意见", Map.of());
    hall.completes(
        "sxApproval",
        unseen,
        "组织联合踏勘",
        Map.of("visitDate", "2026-09-14", "visitRecord", "住建、自然资源到场，查看东看台"));
    assertThat(hall.openTasks(unseen)).contains("出具规划核实意见");

    Acceptance silent = Acceptance.accepted(hall, "ny", stadium).visited("2026-09-14");
    assertThat(hall.openTasks(silent.theCase())).contains("出具规划核实意见");
  }

  @Test
  void visitsOnlyForWhatTheJointSurveyDoesNotSettle() {
    hall.itIs("2026-09-14T09:00");
    Map<String, Object> surveyed = with(flats(), Map.of("surveyReaches", "yes"));
    Acceptance part = Acceptance.accepted(hall, "sx", surveyed);
    assertThat(hall.openTasks(part.theCase())).containsExactly("核对多测合一成果");
    part.surveyed(Map.of("surveyPlanning", true)).visited("2026-09-14");
    assertThat(shown(part, "Planning", "出具规划核实意见")).isEqualTo("“多测合一”成果已达到相关标准，不再现场核实");
    assertThat(shown(part, "Housing", "出具消防意见")).isEqualTo("现场核实");

    // the builder cannot tick what only the lead may find
    assertThat(refusedFields(with(surveyed, Map.of("surveyFire", true))))
        .containsExactly("surveyFire");

    Map<String, Object> everything =
        Map.of(
            "surveyPlanning", true,
            "surveyFire", true,
            "surveyCompletion", true,
            "surveyArchive", true,
            "surveyLand", true,
            "surveyUtilities", true);
    Acceptance special =
        Acceptance.accepted(hall, "ny", with(surveyed, Map.of("fireCategory", "acceptance")));
    assertThatThrownBy(() -> special.surveyed(everything)).hasStackTraceContaining("不能以测绘成果代替");
    Acceptance all = Acceptance.accepted(hall, "ny", surveyed).surveyed(everything);
    assertThat(hall.openTasks(all.theCase()))
        .contains("出具规划核实意见", "出具消防意见", "出具竣工备案意见", "出具档案验收意见");
    assertThat(hall.path(all.theCase())).doesNotContain("userTask_organiseVisit");
    allPass(all).concludes("grant");
    assertThat(hall.hasEnded(all.theCase())).isTrue();
  }

  @Test
  void guidesTheBuilderBeforeTheFilingAndCountsFromTheFiling() {
    hall.itIs("2026-06-15T09:00");
    Map<String, Object> planned =
        with(flats(), Map.of("guidanceWanted", "yes", "completionDate", "2026-08-31"));
    planned.remove("surveyResultNo");
    ProcessInstance theCase = hall.starts("lcClerk", SERVICE, planned);
    assertThat(hall.openTasks(theCase)).containsExactlyInAnyOrder("指导规划核实", "指导工程验收");
    hall.completes("lcPlanning", theCase, "指导规划核实", Map.of("guidanceText", "1. 沿街退线按规划许可复核"));
    hall.completes("lcHousing", theCase, "指导工程验收", Map.of("guidanceText", LANE));
    assertThat(hall.variable(theCase, "housingGuidance")).isEqualTo(LANE);

    // months pass: no clock runs while the works are not complete
    hall.itIs("2026-09-14T09:00");
    assertThat(hall.openTasks(theCase)).containsExactly("登记竣工并提交验收");
    Map<String, Object> complete =
        Map.of("completionDate", "2026-09-10", "surveyResultNo", "DC2026-0108");
    assertThatThrownBy(
            () ->
                hall.completes(
                    "lcClerk",
                    theCase,
                    "登记竣工并提交验收",
                    with(complete, Map.of("completionDate", "2026-09-15"))))
        .hasStackTraceContaining("不得晚于今天");
    hall.completes("lcClerk", theCase, "登记竣工并提交验收", complete);
    assertThat(hall.dueOf(theCase, "审查申请材料")).isEqualTo("2026-09-20T17:30");
    assertThat(refusedFields(with(flats(), Map.of("completionDate", "2026-09-15"))))
        .containsExactly("completionDate");
  }

  @Test
  void namesEveryFieldThatIsWrongWithItsRule() {
    hall.itIs("2026-09-14T09:00");
    assertThat(
            refusedFields(
                with(
                    flats(),
                    Map.of(
                        "builderCode", "91371522MA3C0ABC10",
                        "permitDate", "2025-10-20",
                        "floorArea", "0",
                        "earlyGuidance", "yes"))))
        .containsExactly("builderCode", "completionDate", "floorArea", "earlyPlanningNo");
    assertThat(refusedFields(with(flats(), Map.of("completionDate", "2026-09-15"))))
        .containsExactly("completionDate");
    assertThat(refusedFields(with(flats(), Map.of("permitDate", "2024-02-30"))))
        .containsExactly("permitDate");
    assertThatThrownBy(
            () ->
                hall.starts("sxClerk", SERVICE, with(flats(), Map.of("permitDate", "2025-10-21"))))
        .hasStackTraceContaining("《建筑法》第七条");
  }

  @Test
  void takesTheDocumentsOfPeopleWhoAreNoResidents() {
    hall.itIs("2026-09-14T09:00");
    Map<String, Object> compatriot =
        with(flats(), Map.of("applicantIdType", "hong-kong-macao", "applicantIdNo", "H12345678"));
    ProcessInstance theCase = hall.starts("sxClerk", SERVICE, compatriot);
    assertThat((String) hall.variable(theCase, "applicationText"))
        .contains("证件类型：港澳居民来往内地通行证", "证件号码：H1*****78")
        .doesNotContain("H12345678");
    assertThat(refusedFields(with(compatriot, Map.of("applicantIdType", "taiwan"))))
        .containsExactly("applicantIdNo");
    assertThat(refusedFields(with(flats(), Map.of("applicantIdNo", "H12345678"))))
        .containsExactly("applicantIdNo");
  }

  private Acceptance fireLaneTooNarrow(String place) {
    return Acceptance.accepted(hall, place, flats())
        .visited("2026-09-14")
        .passes("Planning", "出具规划核实意见")
        .passes("Housing", "出具竣工备案意见", "出具档案验收意见")
        .addedPass()
        .opinion("Housing", "出具消防意见", "rectify", LANE);
  }

  private static Acceptance allPass(Acceptance acceptance) {
    return acceptance
        .passes("Planning", "出具规划核实意见")
        .passes("Housing", "出具消防意见", "出具竣工备案意见", "出具档案验收意见")
        .addedPass();
  }

  private void supervised(ProcessInstance theCase) {
    hall.completes(
        "sxSupervisor",
        theCase,
        "督办并说明原因",
        Map.of("overdueReason", "核实人员外出培训", "correctiveAction", "指定专人当日补办"));
  }

  private List<String> refusedFields(Map<String, Object> form) {
    try {
      hall.starts("sxClerk", SERVICE, form);
      return List.of();
    } catch (RuntimeException refusal) {
      return Problem.in(refusal).fields().stream().map(Problem.Field::key).toList();
    }
  }

  private String shown(Acceptance acceptance, String office, String task) {
    Task shown = hall.task("sx" + office, acceptance.theCase(), task);
    return (String) hall.as("sx" + office, () -> tasks.getVariable(shown.getId(), "matterCheck"));
  }

  private long accepted() {
    return jdbc.sql("select count(*) from ow_accepted_section").query(Long.class).single();
  }

  private CaseState stateOf(ProcessInstance theCase) {
    return caseFile.find(theCase.getBusinessKey()).orElseThrow().state();
  }
}
