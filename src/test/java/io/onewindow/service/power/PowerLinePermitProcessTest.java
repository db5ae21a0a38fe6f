package io.onewindow.service.power;

import static io.onewindow.service.power.PowerApplications.accepted;
import static io.onewindow.service.power.PowerApplications.energised;
import static io.onewindow.service.power.PowerApplications.factory;
import static io.onewindow.service.power.PowerApplications.outerLine;
import static io.onewindow.service.power.PowerApplications.planReplied;
import static io.onewindow.service.power.PowerApplications.smallBusiness;
import static io.onewindow.service.power.PowerApplications.surveyed;
import static io.onewindow.story.Applications.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onewindow.casefile.CaseFile;
import io.onewindow.casefile.CaseState;
import io.onewindow.casefile.material.Materials;
import io.onewindow.database.OnBothDatabases;
import io.onewindow.problem.Problem;
import io.onewindow.promise.ClockActs;
import io.onewindow.promise.Light;
import io.onewindow.promise.PromiseClock;
import io.onewindow.promise.StepClock;
import io.onewindow.story.Hall;
import io.onewindow.story.StoryTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@StoryTest
@OnBothDatabases
class PowerLinePermitProcessTest {

  private static final String SERVICE = "power-line-permit";

  @Autowired private Hall hall;
  @Autowired private CaseFile caseFile;
  @Autowired private Materials materials;
  @Autowired private PromiseClock clocks;
  @Autowired private ClockActs acts;

  @AfterEach
  void closeTheHall() {
    hall.closes();
  }

  @ParameterizedTest
  @CsvSource({
    "lc,low,160,200,yes,no,none,no,exempt",
    "lc,low,160.001,200,yes,no,none,no,original",
    "lc,low,160,200.01,yes,no,none,no,original",
    "sx,low,160,200,yes,no,none,no,exempt",
    "sx,low,160.001,200,yes,no,none,no,original",
    "sx,low,160,200.01,yes,no,none,no,original",
    "ny,low,160.001,200,yes,no,none,no,original",
    "ny,low,160,200.01,yes,no,none,no,original",
    "sx,low,160,200,no,no,none,no,original",
    "sx,low,160,200,yes,yes,none,no,original",
    "sx,low,160,200,yes,no,other-road,no,commitment",
    "ny,low,160,200,yes,no,none,no,exempt",
    "ny,low,160,200,yes,no,greenery,no,commitment",
    "ny,low,160,200,yes,no,highway,no,original",
    "ny,low,160,200,yes,no,ancient-tree,no,original",
    "lc,low,100,100,yes,no,arterial,no,original",
    "lc,high,2000,350,no,no,none,yes,commitment",
    "sx,high,2000,350,no,no,none,no,original",
    "ny,high,2000,200,no,no,none,yes,commitment",
    "ny,high,2000,200.01,no,no,none,no,original",
    "hk,low,900,500,no,yes,other-road,no,exempt",
    "hk,low,900,500,no,yes,arterial,no,exempt",
    "hk,low,900,500,no,yes,ancient-tree,no,original",
    "hk,low,900,500.01,no,no,none,no,original",
    "hk,high,900,500,no,no,none,no,commitment",
    "hk,high,900,500.01,no,no,none,no,original",
    "hk,high,900,501,no,no,other-road,no,original"
  })
  void decidesTheRouteByEachPlansOwnThresholds(
      String place,
      String voltage,
      String capacity,
      String metres,
      String threeZero,
      String interested,
      String crossing,
      String shortDistance,
      String route) {
    hall.itIs("2026-09-15T10:00");
    Map<String, Object> line = new HashMap<>(line(voltage, capacity, metres));
    line.put("threeZero", threeZero);
    line.put("interestedParties", interested);
    line.put("crossing", crossing);
    line.put("shortDistance", shortDistance);
    ProcessInstance theCase = hall.starts(place + "Clerk", SERVICE, line);
    assertThat(hall.variable(theCase, "permitRoute")).isEqualTo(route);
    assertThat(hall.openTasks(theCase)).containsAll(firstTasks(route, crossing));
  }

  private static List<String> firstTasks(String route, String crossing) {
    return switch (route) {
      case "exempt" -> List.of("登记外线竣工");
      case "commitment" -> List.of("填写告知承诺");
      default ->
          switch (crossing) {
            case "other-road", "arterial" -> List.of("审查挖掘占道", "审查交通影响");
            case "greenery", "ancient-tree" -> List.of("审查绿地树木");
            default -> List.of("按原程序审批");
          };
    };
  }

  @Test
  void issuesTheCertificateAtOnceAndAsksForTheDataWithinThreeMonthsOfCompletion() {
    hall.itIs("2026-09-15T10:00");
    Map<String, Object> line = with(line("high", "2000", "180"), Map.of("shortDistance", "yes"));
    ProcessInstance theCase = hall.starts("lcClerk", SERVICE, line);
    hall.completes("lcPower", theCase, "填写告知承诺", committed("2026-09-15"));
    assertThat((String) hall.variable(theCase, "certificateNo"))
        .isEqualTo(theCase.getBusinessKey() + "-W1");
    assertThat(stateOf(theCase)).isEqualTo(CaseState.ISSUED);
    assertThat(materials.missing(theCase.getBusinessKey())).isEmpty();
    assertThat(materials.list(theCase.getBusinessKey()))
        .extracting("name")
        .contains("《施工方案》", "《交通疏解方案》");

    hall.itIs("2026-11-09T10:00");
    hall.completes("lcPower", theCase, "登记外线竣工", Map.of("lineCompletedOn", "2026-11-06"));
    assertThat(hall.dueOf(theCase, "推送竣工资料")).isEqualTo("2027-02-09T17:30");
    assertThatThrownBy(() -> hall.completes("lcPower", theCase, "推送竣工资料", pushed("2026-11-05")))
        .satisfies(
            refusal ->
                assertThat(Problem.in(refusal).fields())
                    .extracting(Problem.Field::key)
                    .containsExactly("pushedOn"));
    hall.completes("lcPower", theCase, "推送竣工资料", pushed("2026-11-09"));
    assertThat(hall.hasEnded(theCase)).isTrue();
  }

  @Test
  void filesThreeDaysAheadWhereThePlanOffersIt() {
    hall.itIs("2026-09-15T10:00");
    Map<String, Object> early =
        with(line("low", "160", "200"), Map.of("crossing", "other-road", "filingChoice", "early"));
    assertThatThrownBy(
            () ->
                hall.starts("nyClerk", SERVICE, with(early, Map.of("plannedStart", "2026-09-17"))))
        .satisfies(
            refusal ->
                assertThat(Problem.in(refusal).fields())
                    .singleElement()
                    .satisfies(
                        field -> {
                          assertThat(field.key()).isEqualTo("plannedStart");
                          assertThat(field.reason()).contains("提前3天", "宁政发〔2021〕8号");
                        }));
    assertThatThrownBy(
            () ->
                hall.starts("lcClerk", SERVICE, with(early, Map.of("plannedStart", "2026-09-25"))))
        .satisfies(
            refusal ->
                assertThat(Problem.in(refusal).fields())
                    .extracting(Problem.Field::key)
                    .containsExactly("filingChoice"));
    ProcessInstance theCase =
        hall.starts("nyClerk", SERVICE, with(early, Map.of("plannedStart", "2026-09-21")));
    assertThat(hall.dueOf(theCase, "提前备案")).isEqualTo("2026-09-18T17:30");
    hall.itIs("2026-09-18T17:30");
    assertThat(clockOf(theCase, "filing").light()).isEqualTo(Light.RED);
    assertThat(clockOf(theCase, "filing").promiseId()).isEqualTo("NY21-052");
  }

  @Test
  void decidesAnewAfterTheLineWasChanged() {
    hall.itIs("2026-09-15T10:00");
    ProcessInstance theCase = hall.starts("lcClerk", SERVICE, line("low", "160", "201"));
    hall.completes(
        "lcApproval",
        theCase,
        "按原程序审批",
        Map.of("lineDecision", "adjust", "lineReason", "线路过长，应就近接入"));
    hall.completes("lcPower", theCase, "调整外线方案", outerLine("160", "200"));
    assertThat(hall.variable(theCase, "permitRoute")).isEqualTo("exempt");
  }

  @ParameterizedTest
  @CsvSource({
    "lc,low,lineCapacityUnit,kVA,聊政发〔2021〕7号 附件三(一)",
    "ny,low,lineCapacityUnit,kVA,宁政发〔2021〕8号 附件·获得电力1",
    "hk,low,lineLength,0,应为大于0的数：外线的办理方式按管线长度、报装容量和涉及的道路绿地判定（东河政发〔2021〕3号 二(三)1）",
    "sx,high,threeZero,yes,三零",
    "sx,low,shortDistance,yes,低压",
    "lc,high,lineLength,-5,应为大于0的数：外线的办理方式按管线长度、报装容量和涉及的道路绿地判定（聊政发〔2021〕7号 附件三(二)）",
    "sx,low,lineLength,0,莘政发〔2021〕28号 附件三(一)",
    "ny,high,lineLength,-0.5,宁政发〔2021〕8号 附件·获得电力2",
    "ny,low,lineCapacity,0,宁政发〔2021〕8号 附件·获得电力1",
    "lc,low,plannedStart,2026-09-14,不能早于今天"
  })
  void refusesDataThatContradictThemselves(
      String place, String voltage, String field, String value, String reason) {
    hall.itIs("2026-09-15T10:00");
    Map<String, Object> wrong = with(line(voltage, "100", "100"), Map.of(field, value));
    assertThatThrownBy(() -> hall.starts(place + "Clerk", SERVICE, wrong))
        .satisfies(
            refusal ->
                assertThat(Problem.in(refusal).fields())
                    .singleElement()
                    .satisfies(
                        refused -> {
                          assertThat(refused.key()).isEqualTo(field);
                          assertThat(refused.reason()).contains(reason);
                        }));
  }

  @ParameterizedTest
  @CsvSource({
    "ny,200.5,短距离不大于200米（宁政发〔2021〕8号 附件·获得电力2）",
    "hk,500.5,短距离不大于500米（东河政发〔2021〕3号 二(三)1）"
  })
  void refusesALineClaimedToBeShortThatIsLongerThanItsPlanAllows(
      String place, String metres, String reason) {
    hall.itIs("2026-09-15T10:00");
    Map<String, Object> claimed =
        with(line("high", "2000", metres), Map.of("shortDistance", "yes"));
    assertThatThrownBy(() -> hall.starts(place + "Clerk", SERVICE, claimed))
        .satisfies(
            refusal ->
                assertThat(Problem.in(refusal).fields())
                    .singleElement()
                    .satisfies(field -> assertThat(field.reason()).contains(reason)));
  }

  @Test
  void refusesALineThatCarriesLessThanWasAppliedFor() {
    hall.itIs("2026-09-15T10:00");
    ProcessInstance theCase =
        hall.starts("sxClerk", "low-voltage-power", smallBusiness("160.5", "kW"));
    hall.completes("sxPower", theCase, "受理用电申请", accepted("yes"));
    assertThatThrownBy(
            () ->
                hall.completes(
                    "sxPower",
                    theCase,
                    "勘查并答复方案",
                    with(
                        with(surveyed("2026-09-15", "20", "no"), outerLine("160", "180")),
                        Map.of("outerLine", "yes"))))
        .satisfies(
            refusal ->
                assertThat(Problem.in(refusal).fields())
                    .singleElement()
                    .satisfies(
                        field -> {
                          assertThat(field.key()).isEqualTo("lineCapacity");
                          assertThat(field.reason())
                              .contains("应与申请容量160.5千瓦一致", "莘政发〔2021〕28号 附件三(一)");
                        }));
  }

  @Test
  void confirmsAnExemptionOnPaperAndDeliversItAtOnce() {
    hall.itIs("2026-09-15T10:00");
    ProcessInstance theCase = hall.starts("sxClerk", SERVICE, line("low", "160", "200"));
    assertThat(stateOf(theCase)).isEqualTo(CaseState.ISSUED);
    assertThat(hall.variable(theCase, "certificateName")).isEqualTo("电力外线工程免审批确认单");
    assertThat(hall.variable(theCase, "certificateNo")).isEqualTo(theCase.getBusinessKey() + "-W1");
  }

  @Test
  void supervisesThePowerCompanyThatDoesNotPushTheDataWithinThreeMonthsOfCompletion() {
    hall.itIs("2025-11-18T10:00");
    Map<String, Object> line =
        with(line("low", "160", "200"), Map.of("plannedStart", "2025-11-18"));
    ProcessInstance theCase = hall.starts("sxClerk", SERVICE, line);
    hall.itIs("2025-11-21T10:00");
    hall.completes("sxPower", theCase, "登记外线竣工", Map.of("lineCompletedOn", "2025-11-20"));
    assertThat(hall.dueOf(theCase, "推送竣工资料")).isEqualTo("2026-02-24T17:30");
    hall.itIs("2026-02-13T17:29");
    assertThat(clockOf(theCase, "completion-data").light()).isEqualTo(Light.AMBER);
    hall.itIs("2026-02-24T17:29");
    assertThat(hall.openTasks(theCase)).containsExactly("推送竣工资料");
    hall.itIs("2026-02-24T17:30");
    assertThat(clockOf(theCase, "completion-data").light()).isEqualTo(Light.RED);
    assertThat(clockOf(theCase, "completion-data").promiseId()).isEqualTo("SX21-084");
    assertThat(hall.openTasks(theCase)).contains("督办并说明原因");
  }

  @Test
  void asksForTheMunicipalPermitWhereTheLineTakesTheOriginalProcedure() {
    hall.itIs("2026-09-15T10:00");
    Map<String, Object> along =
        with(line("low", "160", "200"), Map.of("crossing", "arterial", "deliveryMethod", "pickup"));
    ProcessInstance theCase = hall.starts("sxClerk", SERVICE, along);
    assertThat(stateOf(theCase)).isEqualTo(CaseState.ACCEPTED);
    municipal("sx", theCase, "object", "refuse");
    assertThat(hall.openTasks(theCase)).containsExactly("调整外线方案");
    hall.completes(
        "sxPower",
        theCase,
        "调整外线方案",
        with(outerLine("160", "180"), Map.of("crossing", "arterial")));
    assertThat(caseFile.isDecided(theCase.getBusinessKey())).isFalse();
    municipal("sx", theCase, "agree", "grant");
    assertThat(caseFile.isDecided(theCase.getBusinessKey())).isTrue();
    assertThat(hall.openTasks(theCase)).containsExactly("统一出件");
    assertThat(hall.variable(theCase, "certificateNo")).isEqualTo(theCase.getBusinessKey() + "-S1");
    hall.completes(
        "sxClerk", theCase, "统一出件", Map.of("handOutMethod", "pickup", "recipientName", "王晓明"));
    assertThat(stateOf(theCase)).isEqualTo(CaseState.ISSUED);
    assertThat(hall.openTasks(theCase)).containsExactly("登记外线竣工");
  }

  @Test
  void standsOutsideTheGridsClockWhenALowVoltageConnectionCallsItAcrossTheNationalDay() {
    hall.itIs("2026-09-29T10:00");
    ProcessInstance theCase =
        hall.starts("lcClerk", "low-voltage-power", smallBusiness("160", "kVA"));
    hall.completes("lcPower", theCase, "受理用电申请", accepted("yes"));
    assertThat(hall.timerOf(theCase, "boundaryEvent_gridPromise")).isEqualTo("2026-10-14T17:30");
    hall.itIs("2026-09-30T17:30");
    hall.completes(
        "lcPower",
        theCase,
        "勘查并答复方案",
        with(
            with(surveyed("2026-09-30", "20", "no"), outerLine("160", "180")),
            Map.of("outerLine", "yes", "crossing", "arterial", "plannedStart", "2026-10-12")));
    assertThat(clockOf(theCase, "grid-case").pausedAt()).isNotNull();
    assertThat(acts.pauses(theCase.getId()))
        .singleElement()
        .satisfies(pause -> assertThat(pause.reason()).isEqualTo("外线行政审批"));

    hall.itIs("2026-10-12T17:30");
    assertThat(clockOf(theCase, "grid-case").light()).isEqualTo(Light.GREEN);
    assertThat(hall.openTasks(theCase)).filteredOn("督办并说明原因"::equals).hasSize(2);
    assertThat(hall.variable(theCase, "overdueStepName")).isIn("审查挖掘占道", "审查交通影响");
    municipal("lc", theCase, "agree", "grant");
    assertThat(hall.openTasks(theCase)).contains("装表接电");
    assertThat(caseFile.isDecided(theCase.getBusinessKey())).isFalse();
    assertThat(clockOf(theCase, "grid-case").pausedAt()).isNull();
    assertThat(hall.timerOf(theCase, "boundaryEvent_gridPromise")).isEqualTo("2026-10-20T17:30");

    hall.itIs("2026-10-13T10:00");
    hall.completes("lcPower", theCase, "装表接电", energised("2026-10-13"));
    assertThat(clockOf(theCase, "grid-case").stoppedAt()).isNotNull();
    hall.completes(
        "lcClerk", theCase, "统一出件", Map.of("handOutMethod", "pickup", "recipientName", "王晓明"));
    assertThat(stateOf(theCase)).isEqualTo(CaseState.ISSUED);
    hall.completes("lcPower", theCase, "登记外线竣工", Map.of("lineCompletedOn", "2026-10-13"));
    hall.completes("lcPower", theCase, "推送竣工资料", pushed("2026-10-13"));
    assertThat(hall.openTasks(theCase)).containsOnly("督办并说明原因");
  }

  @Test
  void endsThePauseWithACaseThatIsGivenUpDuringTheMunicipalPermit() {
    hall.itIs("2026-09-15T10:00");
    ProcessInstance theCase =
        hall.starts("lcClerk", "low-voltage-power", smallBusiness("160", "kVA"));
    hall.completes("lcPower", theCase, "受理用电申请", accepted("yes"));
    hall.completes(
        "lcPower",
        theCase,
        "勘查并答复方案",
        with(
            with(surveyed("2026-09-15", "20", "no"), outerLine("160", "180")),
            Map.of("outerLine", "yes", "crossing", "arterial")));
    hall.closes();
    assertThat(clockOf(theCase, "grid-case").stoppedAt()).isNotNull();
    assertThat(acts.pauses(theCase.getId()))
        .allSatisfy(pause -> assertThat(pause.resumedAt()).isNotNull());
  }

  @Test
  void recordsAPermitOfAnotherAuthorityUnderThatAuthoritysNumber() {
    hall.itIs("2026-02-13T10:00");
    Map<String, Object> highway =
        with(
            line("low", "160", "200"), Map.of("crossing", "highway", "plannedStart", "2026-03-02"));
    ProcessInstance theCase = hall.starts("nyClerk", SERVICE, highway);
    assertThat(hall.dueOf(theCase, "按原程序审批")).isEqualTo("2026-03-05T17:30");
    hall.itIs("2026-03-04T10:00");
    hall.completes(
        "nyApproval",
        theCase,
        "按原程序审批",
        Map.of("lineDecision", "grant", "linePermitNo", "宁交路许〔2026〕3号"));
    assertThat(hall.variable(theCase, "certificateNo")).isEqualTo("宁交路许〔2026〕3号");
    assertThat(stateOf(theCase)).isEqualTo(CaseState.ISSUED);
  }

  @Test
  void refusesALineThatTouchesNothingAndALawnBesides() {
    hall.itIs("2026-09-15T10:00");
    Map<String, Object> wrong = with(line("low", "160", "200"), Map.of("alsoGreenery", true));
    assertThatThrownBy(() -> hall.starts("lcClerk", SERVICE, wrong))
        .satisfies(
            refusal ->
                assertThat(Problem.in(refusal).fields())
                    .extracting(Problem.Field::key)
                    .containsExactly("crossing"))
        .hasStackTraceContaining("聊政发〔2021〕7号 附件三(一)");
  }

  @Test
  void asksForEveryPermitOfALineThatCrossesMoreThanOneThing() {
    hall.itIs("2026-09-15T10:00");
    Map<String, Object> both =
        with(line("low", "160", "200"), Map.of("crossing", "other-road", "alsoGreenery", true));
    ProcessInstance promised = hall.starts("sxClerk", SERVICE, both);
    assertThat(hall.variable(promised, "permitRoute")).isEqualTo("commitment");
    ProcessInstance strict =
        hall.starts("sxClerk", SERVICE, with(both, Map.of("alsoArterial", true)));
    assertThat(hall.openTasks(strict)).containsExactlyInAnyOrder("审查挖掘占道", "审查交通影响", "审查绿地树木");

    ProcessInstance theCase =
        hall.starts(
            "nyClerk",
            SERVICE,
            with(line("low", "160", "200"), Map.of("crossing", "other-road", "alsoHighway", true)));
    assertThat(hall.openTasks(theCase)).containsExactlyInAnyOrder("审查挖掘占道", "审查交通影响", "按原程序审批");
    hall.completes(
        "nyApproval",
        theCase,
        "按原程序审批",
        Map.of("lineDecision", "adjust", "lineReason", "公路用地内不得立杆"));
    assertThat(hall.openTasks(theCase)).doesNotContain("调整外线方案");
    municipal("ny", theCase, "agree", "grant");
    assertThat(hall.openTasks(theCase)).containsExactly("调整外线方案");
    hall.completes(
        "nyPower",
        theCase,
        "调整外线方案",
        with(outerLine("160", "200"), Map.of("crossing", "highway", "alsoOtherRoad", true)));
    municipal("ny", theCase, "agree", "grant");
    assertThat(caseFile.isDecided(theCase.getBusinessKey())).isFalse();
    hall.completes(
        "nyApproval",
        theCase,
        "按原程序审批",
        Map.of("lineDecision", "grant", "linePermitNo", "宁交路许〔2026〕3号"));
    assertThat((String) hall.variable(theCase, "certificateNo"))
        .startsWith(theCase.getBusinessKey() + "-S")
        .endsWith("、宁交路许〔2026〕3号");
    assertThat(caseFile.isDecided(theCase.getBusinessKey())).isTrue();
  }

  @Test
  void letsAHighVoltageConnectionGoOnWithItsCertificate() {
    hall.itIs("2026-09-15T10:00");
    ProcessInstance theCase =
        hall.starts("nyClerk", "high-voltage-power", factory("10kv", "single", "2000"));
    hall.completes("nyPower", theCase, "受理申请", Map.of("acceptanceDecision", "accept"));
    hall.completes(
        "nyPower",
        theCase,
        "答复供电方案",
        with(
            with(planReplied("2026-09-15", "no"), outerLine("2000", "200")),
            Map.of("outerLine", "yes", "shortDistance", "yes")));
    assertThat(hall.openTasks(theCase)).containsExactly("填写告知承诺");
    hall.completes("nyPower", theCase, "填写告知承诺", committed("2026-09-15"));
    assertThat(hall.openTasks(theCase)).containsExactly("验收送电");
    assertThat(hall.variable(theCase, "certificateNo")).isEqualTo(theCase.getBusinessKey() + "-W1");
  }

  /** The departments and the approval office decide on the line's works on a road. */
  private void municipal(String place, ProcessInstance theCase, String opinion, String decision) {
    Map<String, Object> road =
        opinion.equals("agree")
            ? Map.of("reviewOpinion", "agree")
            : Map.of("reviewOpinion", opinion, "reviewConditions", "主干道五年内新铺，不得挖掘");
    hall.completes(place + "UrbanMgmt", theCase, "审查挖掘占道", road);
    hall.completes(place + "Police", theCase, "审查交通影响", Map.of("reviewOpinion", "agree"));
    hall.completes(
        place + "Approval",
        theCase,
        "集中审查",
        Map.of(
            "examinedOn",
            hall.today(),
            "examiners",
            "行政审批局李工、城管局张工",
            "permitDecision",
            decision,
            "permitReason",
            "主干道五年内新铺，不得挖掘"));
  }

  private static Map<String, Object> line(String voltage, String capacity, String metres) {
    Map<String, Object> form = new HashMap<>(outerLine(capacity, metres));
    form.put("applicantName", "王晓明");
    form.put("applicantIdNo", "370921199003078512");
    form.put("applicantPhone", "13805480001");
    form.put("lineProjectName", "泰和商贸低压接入工程");
    form.put("lineVoltage", voltage);
    form.put("threeZero", voltage.equals("low") ? "yes" : "no");
    form.put("deliveryMethod", "electronic");
    return form;
  }

  private static Map<String, Object> committed(String day) {
    return Map.of(
        "constructionPlanNo",
        "SGFA-2026-001",
        "trafficPlanNo",
        "JTSJ-2026-001",
        "committedBy",
        "张建国",
        "committedOn",
        day,
        "commitmentText",
        "按方案施工，保障通行，完工后恢复道路和绿化");
  }

  private static Map<String, Object> pushed(String day) {
    return Map.of(
        "completionDataNo",
        "TS-2026-0001",
        "pushedOn",
        day,
        "pushedTo",
        "市行政审批局",
        "restored",
        "restored");
  }

  private StepClock clockOf(ProcessInstance theCase, String step) {
    return clocks.all(theCase.getId()).stream()
        .filter(clock -> clock.step().equals(step))
        .findFirst()
        .orElseThrow();
  }

  private CaseState stateOf(ProcessInstance theCase) {
    return caseFile.find(theCase.getBusinessKey()).orElseThrow().state();
  }
}
