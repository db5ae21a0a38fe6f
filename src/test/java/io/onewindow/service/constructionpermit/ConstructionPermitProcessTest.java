package io.onewindow.service.constructionpermit;

import static io.onewindow.service.constructionpermit.Permit.SERVICE;
import static io.onewindow.service.constructionpermit.Permit.flats;
import static io.onewindow.service.constructionpermit.Permit.small;
import static io.onewindow.story.Applications.with;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onewindow.casefile.CaseFile;
import io.onewindow.casefile.CaseState;
import io.onewindow.casefile.material.Material;
import io.onewindow.casefile.material.Materials;
import io.onewindow.casefile.material.Requirement;
import io.onewindow.database.OnBothDatabases;
import io.onewindow.problem.Problem;
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

/** 建筑工程施工许可 from the application to the permit, and what needs none. */
@StoryTest
@OnBothDatabases
class ConstructionPermitProcessTest {

  @Autowired private Hall hall;
  @Autowired private CaseFile caseFile;
  @Autowired private Materials materials;
  @Autowired private TaskService tasks;

  @AfterEach
  void closeTheHall() {
    hall.closes();
  }

  @Test
  void mergesFourFormalitiesIntoOnePermitWithinSevenDaysOfReceipt() {
    hall.itIs("2026-09-30T10:00");
    Permit flats = Permit.accepted(hall, "lc", with(flats(), Map.of("civilDefence", true)));
    ProcessInstance theCase = flats.theCase();
    assertThat(hall.openTasks(theCase)).containsExactly("审查人防质量手续", "审查安全监督手续", "审查质量监督手续");
    // the seventh day is the last of the national holiday; offices open again on the 8th
    assertThat(hall.timerOf(theCase, "boundaryEvent_permitCase")).isEqualTo("2026-10-08T17:30");

    flats.passes("审查质量监督手续", "审查安全监督手续", "审查人防质量手续");
    assertThat((String) hall.variable(theCase, "opinionsText"))
        .isEqualTo("建设工程质量监督手续：合格\n建设工程安全监督手续：合格\n人防工程质量监督手续：合格");
    flats.decides(Map.of("permitDecision", "grant"));
    assertThat(flats.number()).isEqualTo(theCase.getBusinessKey() + "-K1");
    assertThat(stateOf(theCase)).isEqualTo(CaseState.ISSUED);
    assertThat(hall.hasEnded(theCase)).isTrue();
  }

  @Test
  void mergesAFifthFormalityInNingyang() {
    hall.itIs("2026-09-14T09:00");
    Permit flats = Permit.accepted(hall, "ny", with(flats(), Map.of("civilDefence", true)));
    assertThat(hall.openTasks(flats.theCase()))
        .containsExactly("审查人防质量手续", "审查安全监督手续", "审查质量监督手续", "核准人防施工图");
  }

  @Test
  void turnsRedOnTheSeventhDayAndIsSupervised() {
    hall.itIs("2026-09-14T09:00");
    Permit flats = Permit.accepted(hall, "sx", flats());
    ProcessInstance theCase = flats.theCase();
    flats.passes("审查质量监督手续");
    assertThat(hall.dueOf(theCase, "审查安全监督手续")).isEqualTo("2026-09-17T17:30");
    hall.itIs("2026-09-17T17:29");
    assertThat(hall.openTasks(theCase)).containsExactly("审查安全监督手续");
    hall.itIs("2026-09-17T17:30");
    assertThat(hall.openTasks(theCase)).containsExactly("审查安全监督手续", "督办并说明原因");
    supervised(theCase);
    flats.passes("审查安全监督手续");
    assertThat(hall.openTasks(theCase)).containsExactly("作出许可决定");

    hall.itIs("2026-09-21T17:29");
    assertThat(hall.openTasks(theCase)).containsExactly("作出许可决定");
    hall.itIs("2026-09-21T17:30");
    assertThat(hall.openTasks(theCase)).containsExactly("作出许可决定", "督办并说明原因");
    supervised(theCase);
    flats.decides(Map.of("permitDecision", "grant"));
    assertThat(hall.hasEnded(theCase)).isTrue();
  }

  @Test
  void isRefusedWhenAFormalityFailsAndCannotBeGranted() {
    hall.itIs("2026-09-14T09:00");
    Permit flats = Permit.accepted(hall, "hk", flats());
    ProcessInstance theCase = flats.theCase();
    flats.passes("审查质量监督手续").fails("审查安全监督手续", "未提供危大工程清单");
    assertThatThrownBy(() -> flats.decides(Map.of("permitDecision", "grant")))
        .satisfies(
            refusal ->
                assertThat(Problem.in(refusal)).hasMessageContaining("应为不予许可：建设工程安全监督手续不合格"));
    flats.decides(Map.of("permitDecision", "refuse", "permitReason", "未提供危大工程清单"));
    assertThat(stateOf(theCase)).isEqualTo(CaseState.REJECTED);
    hall.completes("hkClerk", theCase, "送达决定书", Map.of("deliveredTo", "王明德"));
    assertThat(hall.hasEnded(theCase)).isTrue();
    assertThat(flats.number()).isNull();
  }

  @Test
  void oneOfficeGivesOneOpinionOnAMatter() {
    hall.itIs("2026-09-14T09:00");
    Permit flats = Permit.accepted(hall, "sx", flats());
    String task = hall.task("sxHousing", flats.theCase(), "审查质量监督手续").getId();
    flats.passes("审查质量监督手续");
    assertThatThrownBy(() -> tasks.complete(task, Map.of("matterOpinion", "fail")))
        .hasMessageContaining("task is null");
    assertThat(hall.openTasks(flats.theCase())).containsExactly("审查安全监督手续");
  }

  @ParameterizedTest
  @CsvSource({
    "lc, 100, 12680.5",
    "sx, 100.00, 500.01",
    "hk, 100.01, 500",
    "lc, 3560.5, 500.00",
    "sx, 0.01, 0.01"
  })
  void worksWithinOneOfTheLimitsNeedNoPermit(String place, String investment, String area) {
    hall.itIs("2026-09-14T09:00");
    ProcessInstance theCase = Permit.accepted(hall, place, small(investment, area)).theCase();
    assertThat(hall.hasEnded(theCase)).isTrue();
    assertThat(hall.variable(theCase, "exemptionNo")).isEqualTo(theCase.getBusinessKey() + "-M1");
    assertThat(hall.variable(theCase, "permitNo")).isNull();
    assertThat(stateOf(theCase)).isEqualTo(CaseState.ISSUED);
  }

  @ParameterizedTest
  @CsvSource({
    "lc, 100.01, 500.01, 聊政发〔2021〕7号 附件二(十二)",
    "sx, 100.01, 500.01, 莘政发〔2021〕28号 附件二(十二)",
    "hk, 101, 501, 东河政发〔2021〕3号 二(二)2"
  })
  void anExemptionAboveBothLimitsIsRefusedWithItsClause(
      String place, String investment, String area, String clause) {
    hall.itIs("2026-09-14T09:00");
    assertThatThrownBy(() -> hall.starts(place + "Clerk", SERVICE, small(investment, area)))
        .satisfies(
            refusal -> {
              assertThat(Problem.in(refusal).fields())
                  .extracting(Problem.Field::key)
                  .containsExactly("exemptionClaimed");
              assertThat(Problem.in(refusal))
                  .hasMessageContaining(clause)
                  .hasMessageContaining("工程投资额在100万元以下（含）或者建筑面积在500平方米以下（含）");
            });
  }

  @Test
  void aRoadHasNoFloorAreaThatCouldExemptIt() {
    hall.itIs("2026-09-14T09:00");
    Map<String, Object> road = with(small("100.01", ""), Map.of("worksKind", "municipal"));
    assertThat(refusedFields("lc", road)).containsExactly("exemptionClaimed");
    ProcessInstance cheap =
        Permit.accepted(hall, "lc", with(road, Map.of("investment", "99.99"))).theCase();
    assertThat(hall.hasEnded(cheap)).isTrue();
    assertThat(refusedFields("lc", small("99.99", ""))).containsExactly("floorArea");
  }

  @Test
  void whereThePlanGivesNoLimitAnOfficerSays() {
    hall.itIs("2026-09-14T09:00");
    ProcessInstance exempt = Permit.accepted(hall, "ny", small("80", "300")).theCase();
    assertThat(hall.openTasks(exempt)).containsExactly("认定能否免办");
    assertThat(hall.dueOf(exempt, "认定能否免办")).isEqualTo("2026-09-15T17:30");
    judged(exempt, "exempt");
    assertThat(hall.hasEnded(exempt)).isTrue();

    assertThat(refusedFields("ny", with(small("80", "300"), Map.of("contractorName", ""))))
        .containsExactly("contractorName");
    Permit required = Permit.accepted(hall, "ny", small("80", "300"));
    judged(required.theCase(), "required");
    required.granted();
    assertThat(required.number()).endsWith("-K1");
  }

  @Test
  void permitsTheFoundationsBeforeTheSuperstructureAndNothingTwice() {
    hall.itIs("2026-09-14T09:00");
    Map<String, Object> foundations =
        with(flats(), Map.of("permitMode", "staged", "permitStage", "foundation"));
    Permit same = Permit.accepted(hall, "lc", foundations);
    Permit first = Permit.accepted(hall, "lc", foundations).granted();

    assertThat(refusedFields("lc", foundations)).containsExactly("permitStage");
    assertThat(refusedFields("lc", flats())).containsExactly("permitMode");
    assertThatThrownBy(same::granted)
        .satisfies(refusal -> assertThat(Problem.in(refusal).code()).isEqualTo("works-permitted"));

    Map<String, Object> above =
        with(flats(), Map.of("permitMode", "staged", "permitStage", "superstructure"));
    assertThat(refusedFields("sx", above)).containsExactly("earlierPermitNo");
    Map<String, Object> ofAnother =
        with(
            above,
            Map.of("earlierPermitNo", first.number(), "projectCode", "2026-371522-47-01-999999"));
    assertThat(refusedFields("lc", ofAnother)).containsExactly("earlierPermitNo");
    assertThatThrownBy(() -> Permit.accepted(hall, "lc", ofAnother))
        .hasStackTraceContaining("另一阶段的许可证（聊政办字〔2022〕13号 二(二)29）");
    assertThatThrownBy(() -> Permit.accepted(hall, "lc", foundations))
        .hasStackTraceContaining("《中华人民共和国建筑法》第七条");
    Permit second =
        Permit.accepted(hall, "lc", with(above, Map.of("earlierPermitNo", first.number())))
            .granted();
    assertThat(hall.hasEnded(second.theCase())).isTrue();
  }

  @Test
  void nothingIsAcceptedBeforeItWasPermitted() {
    hall.itIs("2026-09-14T09:00");
    Permit pending = Permit.accepted(hall, "sx", flats());
    String number = pending.theCase().getBusinessKey() + "-K1";
    hall.itIs("2026-11-16T09:00");
    assertThat(refusedAcceptance(number, "2026-09-14")).containsExactly("constructionPermitNo");
    pending.granted();
    assertThat(refusedAcceptance(number, "2026-09-14")).containsExactly("permitDate");
    hall.itIs("2028-06-30T09:00");
    assertThat(refusedAcceptance(number, "2026-11-16")).isEmpty();
    assertThat(
            refusedFields(
                "sx",
                "completion-acceptance",
                with(
                    finished(number, "2026-11-16"),
                    Map.of("projectCode", "2026-371522-47-01-999999"))))
        .containsExactly("constructionPermitNo");
  }

  @Test
  void aPermitForTheFoundationsIsNoneForTheBuilding() {
    hall.itIs("2026-09-14T09:00");
    Permit foundations =
        Permit.accepted(
                hall,
                "lc",
                with(flats(), Map.of("permitMode", "staged", "permitStage", "foundation")))
            .granted();
    Permit stage =
        Permit.accepted(
                hall,
                "hk",
                with(
                    flats(),
                    Map.of("permitMode", "staged", "permitStage", "own", "stageName", "1号楼")))
            .granted();
    hall.itIs("2026-11-16T09:00");
    Map<String, Object> built = finished(foundations.number(), "2026-09-14");
    Map<String, Object> section = Map.of("acceptanceMode", "section", "sectionName", "1号楼");
    assertThat(refusedFields("lc", "completion-acceptance", built))
        .containsExactly("constructionPermitNo");
    assertThat(refusedFields("lc", "completion-acceptance", with(built, section)))
        .containsExactly("constructionPermitNo");
    Map<String, Object> first = finished(stage.number(), "2026-09-14");
    assertThat(refusedFields("hk", "completion-acceptance", first))
        .containsExactly("acceptanceMode");
    assertThat(refusedFields("hk", "completion-acceptance", with(first, section))).isEmpty();
  }

  @Test
  void worksThatNeedNoPermitAreAcceptedWithTheNoticeThatSaysSo() {
    hall.itIs("2026-09-14T09:00");
    ProcessInstance exempt = Permit.accepted(hall, "ny", small("80", "300")).theCase();
    String number = exempt.getBusinessKey() + "-M1";
    String project = (String) hall.variable(exempt, "projectCode");
    hall.itIs("2026-11-16T09:00");
    Map<String, Object> built =
        with(finished(number, "2026-09-14"), Map.of("projectCode", project));
    assertThat(refusedFields("ny", "completion-acceptance", built))
        .containsExactly("constructionPermitNo");
    judged(exempt, "exempt");
    assertThat(refusedFields("ny", "completion-acceptance", built)).containsExactly("permitDate");
    hall.itIs("2026-11-17T09:00");
    Map<String, Object> shown =
        with(built, Map.of("permitDate", "2026-11-16", "completionDate", "2026-11-17"));
    assertThat(refusedFields("ny", "completion-acceptance", shown)).isEmpty();
    assertThat(
            refusedFields(
                "ny",
                "completion-acceptance",
                with(shown, Map.of("projectCode", "2026-371522-47-01-999999"))))
        .containsExactly("constructionPermitNo");
  }

  @Test
  void stagesAreThoseOfThePlan() {
    hall.itIs("2026-09-14T09:00");
    Map<String, Object> own =
        with(flats(), Map.of("permitMode", "staged", "permitStage", "own", "stageName", "1至3号楼主体"));
    assertThatThrownBy(() -> hall.starts("sxClerk", SERVICE, own))
        .hasStackTraceContaining("应为基础工程阶段或者主体阶段（聊政办字〔2022〕13号 二(二)29）");
    assertThat(refusedFields("sx", own)).containsExactly("permitStage");
    assertThat(refusedFields("sx", with(flats(), Map.of("designerCode", "91371522MA3C0ABC10"))))
        .containsExactly("designerCode");
    Permit.accepted(hall, "hk", own).granted();
    assertThat(refusedFields("hk", with(own, Map.of("stageName", "１至3号楼 主体"))))
        .containsExactly("permitStage");
    assertThat(refusedFields("hk", with(own, Map.of("permitStage", "foundation"))))
        .containsExactly("permitStage");
  }

  @ParameterizedTest
  @CsvSource({"lc, 6, 1234.56, 2222208.00", "sx, 5, 0.01, 18.00"})
  void theFeeForNoShelterIsExact(String place, String grade, String area, String fee) {
    hall.itIs("2026-09-14T09:00");
    Permit flats = Permit.accepted(hall, place, relocated(grade, area));
    assertThat(hall.variable(flats.theCase(), "relocationFee")).isEqualTo(fee);
    flats.passes("审查质量监督手续", "审查安全监督手续");
    assertThat((String) hall.variable(flats.theCase(), "opinionsText"))
        .contains(area + " 平方米 × 1800 元 = " + fee + " 元");
    assertThatThrownBy(() -> flats.decides(Map.of("permitDecision", "grant")))
        .hasStackTraceContaining("缴费凭证编号");
    assertThatThrownBy(() -> flats.decides(paid("1.00"))).hasStackTraceContaining(fee);
    flats.decides(paid(fee));
    assertThat(hall.hasEnded(flats.theCase())).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"ny, 6", "lc, 6B"})
  void whereThePlanGivesNoRateAnOfficerSaysHowMuch(String place, String grade) {
    hall.itIs("2026-09-14T09:00");
    Permit flats =
        Permit.accepted(hall, place, relocated(grade, "860.25")).passes("审查质量监督手续", "审查安全监督手续");
    assertThatThrownBy(
            () -> flats.decides(Map.of("permitDecision", "grant", "feePaymentNo", "JF2026-0088")))
        .hasStackTraceContaining("易地建设费");
    flats.decides(paid("430125"));
    assertThat(hall.hasEnded(flats.theCase())).isTrue();
  }

  @Test
  void asksForNoLetterOfAwardWhereThePlanSaysSo() {
    hall.itIs("2026-09-14T09:00");
    assertThat(asked("lc", "tender"))
        .containsEntry("bid-award", Requirement.SHARED)
        .containsEntry("works-contract", Requirement.REQUIRED);
    assertThat(asked("sx", "tender")).containsEntry("bid-award", Requirement.SHARED);
    assertThat(asked("ny", "tender"))
        .containsEntry("bid-award", Requirement.SHARED)
        .containsEntry("works-contract", Requirement.SHARED);
    assertThat(asked("ny", "direct"))
        .doesNotContainKey("bid-award")
        .containsEntry("works-contract", Requirement.REQUIRED);
  }

  @Test
  void namesEveryFieldThatIsWrongWithItsRule() {
    hall.itIs("2026-09-14T09:00");
    Map<String, Object> wrong =
        with(
            flats(),
            Map.of(
                "builderCode", "91371522MA3C0ABC10",
                "investment", "0",
                "contractorCode", "91371500MA3D1DEF20",
                "plannedStart", "2026-09-13",
                "plannedEnd", "2026-09-13"));
    assertThat(refusedFields("sx", wrong))
        .containsExactly(
            "builderCode", "investment", "contractorCode", "plannedStart", "plannedEnd");
    assertThatThrownBy(
            () ->
                hall.starts(
                    "sxClerk", SERVICE, with(flats(), Map.of("plannedStart", "2026-09-13"))))
        .hasStackTraceContaining("《建筑法》第七条");
    assertThat(refusedFields("sx", with(flats(), Map.of("investment", "100万元"))))
        .containsExactly("investment");
  }

  private Map<String, Requirement> asked(String place, String procurement) {
    ProcessInstance theCase =
        hall.starts(place + "Clerk", SERVICE, with(flats(), Map.of("procurement", procurement)));
    return materials.list(theCase.getBusinessKey()).stream()
        .collect(toMap(Material::materialId, Material::requirement));
  }

  private static Map<String, Object> relocated(String grade, String area) {
    return with(
        flats(), Map.of("relocation", "yes", "relocationGrade", grade, "relocationArea", area));
  }

  private static Map<String, Object> paid(String amount) {
    return Map.of("permitDecision", "grant", "feeAmount", amount, "feePaymentNo", "JF2026-0088");
  }

  private void judged(ProcessInstance theCase, String decision) {
    hall.completes(
        "nyApproval",
        theCase,
        "认定能否免办",
        Map.of("exemptionDecision", decision, "exemptionReason", "按省住建厅限额规定认定"));
  }

  private void supervised(ProcessInstance theCase) {
    hall.completes(
        "sxSupervisor",
        theCase,
        "督办并说明原因",
        Map.of("overdueReason", "审查人员外出培训", "correctiveAction", "指定专人当日补办"));
  }

  private List<String> refusedAcceptance(String permitNo, String permitDate) {
    return refusedFields("sx", "completion-acceptance", finished(permitNo, permitDate));
  }

  private static Map<String, Object> finished(String permitNo, String permitDate) {
    Map<String, Object> form = new HashMap<>();
    for (String same :
        List.of(
            "applicantName",
            "applicantIdNo",
            "applicantPhone",
            "builderName",
            "builderCode",
            "projectName",
            "projectCode",
            "location",
            "floorArea",
            "deliveryMethod")) {
      form.put(same, flats().get(same));
    }
    form.put("projectType", "residential");
    form.put("constructionPermitNo", permitNo);
    form.put("permitDate", permitDate);
    form.put("completionDate", permitDate.equals("2026-09-14") ? "2026-11-15" : "2028-05-31");
    form.put("surveyResultNo", "DC2028-0108");
    form.put("acceptanceMode", "whole");
    form.put("fireCategory", "filing");
    return form;
  }

  private List<String> refusedFields(String place, Map<String, Object> form) {
    return refusedFields(place, SERVICE, form);
  }

  private List<String> refusedFields(String place, String service, Map<String, Object> form) {
    try {
      hall.starts(place + "Clerk", service, form);
      return List.of();
    } catch (RuntimeException refusal) {
      return Problem.in(refusal).fields().stream().map(Problem.Field::key).toList();
    }
  }

  private CaseState stateOf(ProcessInstance theCase) {
    return caseFile.find(theCase.getBusinessKey()).orElseThrow().state();
  }
}
