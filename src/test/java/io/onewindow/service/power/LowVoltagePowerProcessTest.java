package io.onewindow.service.power;

import static io.onewindow.service.power.PowerApplications.accepted;
import static io.onewindow.service.power.PowerApplications.energised;
import static io.onewindow.service.power.PowerApplications.household;
import static io.onewindow.service.power.PowerApplications.refused;
import static io.onewindow.service.power.PowerApplications.smallBusiness;
import static io.onewindow.service.power.PowerApplications.surveyed;
import static io.onewindow.story.Applications.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onewindow.casefile.CaseFile;
import io.onewindow.casefile.CaseState;
import io.onewindow.casefile.material.Material;
import io.onewindow.casefile.material.Materials;
import io.onewindow.casefile.material.Requirement;
import io.onewindow.database.OnBothDatabases;
import io.onewindow.problem.Problem;
import io.onewindow.promise.Basis;
import io.onewindow.promise.ClockActs;
import io.onewindow.promise.Light;
import io.onewindow.promise.PromiseClock;
import io.onewindow.promise.StepClock;
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

@StoryTest
@OnBothDatabases
class LowVoltagePowerProcessTest {

  private static final String SERVICE = "low-voltage-power";
  private static final String GRID = "boundaryEvent_gridPromise";

  @Autowired private Hall hall;
  @Autowired private CaseFile caseFile;
  @Autowired private Materials materials;
  @Autowired private PromiseClock clocks;
  @Autowired private ClockActs acts;

  @AfterEach
  void closeTheHall() {
    hall.closes();
  }

  @Test
  void connectsAHouseholdWithinThreeWorkingDaysOfTheGridsPart() {
    hall.itIs("2026-09-15T09:30");
    ProcessInstance theCase = hall.starts("lcClerk", SERVICE, household());
    assertThat(hall.dueOf(theCase, "受理用电申请")).isEqualTo("2026-09-16T17:30");
    hall.itIs("2026-09-15T10:00");
    hall.completes("lcPower", theCase, "受理用电申请", accepted("yes"));
    assertThat(hall.variable(theCase, "category")).isEqualTo("residential");
    assertThat(hall.timerOf(theCase, GRID)).isEqualTo("2026-09-18T17:30");
    assertThat(hall.dueOf(theCase, "勘查并答复方案")).isEqualTo("2026-09-18T17:30");

    hall.itIs("2026-09-16T10:00");
    hall.completes("lcPower", theCase, "勘查并答复方案", surveyed("2026-09-16", "20", "no"));
    hall.itIs("2026-09-17T15:00");
    hall.completes("lcPower", theCase, "装表接电", energised("2026-09-17"));
    assertThat(clockOf(theCase, "grid-case").light()).isEqualTo(Light.GREEN);
    assertThat(clockOf(theCase, "grid-case").stoppedAt()).isNotNull();

    hall.completes(
        "lcClerk", theCase, "统一出件", Map.of("handOutMethod", "pickup", "recipientName", "王晓明"));
    assertThat(stateOf(theCase)).isEqualTo(CaseState.ISSUED);
    assertThat(hall.hasEnded(theCase)).isTrue();
  }

  @Test
  void asksNobodyForAPaperButLooksUpTheCardAndAnEnterprisesLicence() {
    hall.itIs("2026-09-15T10:00");
    for (String place : List.of("lc", "sx", "ny", "hk")) {
      String unit = place.equals("lc") ? "kVA" : "kW";
      assertThat(materialsOf(place, smallBusiness("160", unit)))
          .containsExactlyInAnyOrder("用电人（经办人）身份证件", "营业执照", "用电地址权属或使用证明");
      assertThat(materialsOf(place, household()))
          .containsExactlyInAnyOrder("用电人（经办人）身份证件", "用电地址权属或使用证明");
    }
  }

  private List<String> materialsOf(String place, Map<String, Object> form) {
    String receiptNo = hall.starts(place + "Clerk", "low-voltage-power", form).getBusinessKey();
    assertThat(materials.list(receiptNo))
        .allSatisfy(one -> assertThat(one.requirement()).isEqualTo(Requirement.SHARED));
    return materials.list(receiptNo).stream().map(Material::name).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "sxClerk,sxPower,2026-09-15T10:00,2026-09-16T17:30",
    "lcClerk,lcPower,2026-09-30T10:00,2026-10-08T17:30",
    "lcClerk,lcPower,2026-02-13T10:00,2026-02-14T17:30",
    "lcClerk,lcPower,2026-02-14T10:00,2026-02-24T17:30"
  })
  void connectsOnTheDayAfterTheApplicationWhereThereAreNoWorks(
      String clerk, String officer, String applied, String due) {
    hall.itIs(applied);
    ProcessInstance theCase = hall.starts(clerk, SERVICE, household());
    hall.completes(officer, theCase, "受理用电申请", accepted("no"));
    assertThat(hall.openTasks(theCase)).containsExactly("装表接电");
    assertThat(hall.timerOf(theCase, GRID)).isEqualTo(due);
    hall.itIs(due);
    assertThat(clockOf(theCase, "grid-case").light()).isEqualTo(Light.RED);
  }

  @Test
  void countsTheNextDayFromTheApplicationHoweverLateItIsAccepted() {
    hall.itIs("2026-09-15T10:00");
    ProcessInstance theCase = hall.starts("lcClerk", SERVICE, household());
    hall.itIs("2026-09-16T10:00");
    hall.completes("lcPower", theCase, "受理用电申请", accepted("no"));
    assertThat(hall.timerOf(theCase, GRID)).isEqualTo("2026-09-16T17:30");
  }

  @ParameterizedTest
  @CsvSource({
    "lc,160,kVA,three-zero-enterprise,2026-09-23T17:30,PROMISED",
    "lc,160.001,kVA,other,2026-09-29T17:30,INTERNAL",
    "sx,160,kW,three-zero-enterprise,2026-09-23T17:30,PROMISED",
    "sx,161,kW,other,2026-09-29T17:30,INTERNAL",
    "ny,160,kW,three-zero-enterprise,2026-09-29T17:30,INTERNAL",
    "hk,161,kW,other,2026-09-29T17:30,INTERNAL"
  })
  void promisesSevenWorkingDaysUpToTheThreshold(
      String place, String capacity, String unit, String category, String due, Basis basis) {
    hall.itIs("2026-09-15T10:00");
    ProcessInstance theCase = underway(place, smallBusiness(capacity, unit));
    assertThat(hall.variable(theCase, "category")).isEqualTo(category);
    assertThat(hall.timerOf(theCase, GRID)).isEqualTo(due);
    assertThat(clockOf(theCase, "grid-case").basis()).isEqualTo(basis);
  }

  @ParameterizedTest
  @CsvSource({
    "creditCode,'',没有营业执照",
    "registeredAddress,东昌府区柳园路1号,不一致",
    "newInstallation,no,不是新装",
    "groupCustomer,yes,集团用户",
    "tariff,large-industrial,一般工商业电价",
    "directSupply,no,直供",
    "cumulativeCapacity,160.5,超过160千伏安"
  })
  void namesTheConditionOfASmallBusinessThatIsNotMet(String field, String value, String reason) {
    hall.itIs("2026-09-15T10:00");
    ProcessInstance theCase =
        hall.starts("lcClerk", SERVICE, with(smallBusiness("160", "kVA"), Map.of(field, value)));
    assertThat((String) hall.variable(theCase, "smallBusinessText"))
        .startsWith("不符合：")
        .contains(reason)
        .doesNotContain("；");
    assertThat(hall.variable(theCase, "smallBusiness")).isEqualTo(false);
  }

  @ParameterizedTest
  @CsvSource({
    "lc,kW,应为千伏安,聊政办字〔2022〕13号 二(三)36",
    "sx,kVA,应为千瓦,莘政发〔2021〕28号 附件三(三)",
    "ny,kVA,应为千瓦,宁政发〔2021〕8号 附件·获得电力3",
    "hk,kVA,应为千瓦,东河政发〔2021〕3号 二(三)3"
  })
  void refusesACapacityInAnotherUnitThanThePlans(
      String place, String unit, String right, String clause) {
    hall.itIs("2026-09-15T10:00");
    assertThatThrownBy(() -> hall.starts(place + "Clerk", SERVICE, smallBusiness("160", unit)))
        .satisfies(
            refusal -> {
              assertThat(Problem.in(refusal).fields())
                  .extracting(Problem.Field::key)
                  .containsExactly("capacityUnit");
              assertThat(Problem.in(refusal).fields().get(0).reason()).contains(right, clause);
            });
  }

  @Test
  void refusesACapacityOfNothingAndATotalBelowIt() {
    hall.itIs("2026-09-15T10:00");
    assertThatThrownBy(
            () ->
                hall.starts(
                    "lcClerk", SERVICE, with(smallBusiness("0", "kVA"), Map.of("capacity", "0"))))
        .satisfies(refusal -> assertThat(keys(refusal)).contains("capacity"));
    assertThatThrownBy(
            () ->
                hall.starts(
                    "lcClerk",
                    SERVICE,
                    with(smallBusiness("100", "kVA"), Map.of("cumulativeCapacity", "99"))))
        .satisfies(refusal -> assertThat(keys(refusal)).containsExactly("cumulativeCapacity"));
  }

  @Test
  void letsTheClockStandStillDuringTheCustomersWorksAcrossTheNationalDay() {
    hall.itIs("2026-09-28T10:00");
    ProcessInstance theCase = underway("lc", household());
    assertThat(hall.timerOf(theCase, GRID)).isEqualTo("2026-10-08T17:30");
    hall.itIs("2026-09-30T16:30");
    hall.completes("lcPower", theCase, "勘查并答复方案", surveyed("2026-09-30", "20", "yes"));
    assertThat(clockOf(theCase, "grid-case").pausedAt()).isNotNull();
    assertThat(acts.pauses(theCase.getId()))
        .singleElement()
        .satisfies(
            pause -> {
              assertThat(pause.noticeNo()).isEqualTo("聊政办字〔2022〕13号 二(三)35");
              assertThat(pause.reason()).isEqualTo("登记用户工程完工");
              assertThatThrownBy(
                      () ->
                          hall.as(
                              "lcApproval",
                              () -> {
                                acts.resume(theCase.getId(), pause.id());
                                return null;
                              }))
                  .satisfies(refusal -> assertThat(Problem.in(refusal).status()).isEqualTo(409))
                  .hasStackTraceContaining("登记用户工程完工");
            });

    hall.itIs("2026-10-12T10:00");
    assertThat(hall.openTasks(theCase)).containsExactly("登记用户工程完工");
    hall.completes(
        "lcPower",
        theCase,
        "登记用户工程完工",
        Map.of("customerWorksDoneOn", "2026-10-11", "customerContractor", "启明电力安装公司"));
    assertThat(clockOf(theCase, "grid-case").pausedAt()).isNull();
    assertThat(hall.timerOf(theCase, GRID)).isEqualTo("2026-10-13T11:00");
    assertThat(hall.dueOf(theCase, "装表接电")).isEqualTo("2026-10-13T11:00");

    hall.itIs("2026-10-13T10:59");
    assertThat(hall.openTasks(theCase)).containsExactly("装表接电");
    hall.itIs("2026-10-13T11:00");
    assertThat(clockOf(theCase, "grid-case").light()).isEqualTo(Light.RED);
    assertThat(hall.openTasks(theCase)).contains("督办并说明原因");
  }

  @Test
  void leavesTheCustomersWorksOutOfOurOwnNumberToo() {
    hall.itIs("2026-09-15T10:00");
    ProcessInstance theCase = underway("hk", household());
    hall.completes("hkPower", theCase, "勘查并答复方案", surveyed("2026-09-15", "120", "yes"));
    assertThat(clockOf(theCase, "grid-case").basis()).isEqualTo(Basis.INTERNAL);
    assertThat(clockOf(theCase, "grid-case").pausedAt()).isNotNull();
  }

  @Test
  void endsThePauseWithACaseThatIsGivenUpDuringTheCustomersWorks() {
    hall.itIs("2026-09-15T10:00");
    ProcessInstance theCase = underway("lc", household());
    hall.completes("lcPower", theCase, "勘查并答复方案", surveyed("2026-09-15", "20", "yes"));
    hall.closes();
    assertThat(acts.pauses(theCase.getId()))
        .singleElement()
        .satisfies(pause -> assertThat(pause.resumedAt()).isNotNull());
    assertThat(clockOf(theCase, "grid-case").stoppedAt()).isNotNull();
  }

  @Test
  void turnsAmberAndThenRedAndIsSupervised() {
    hall.itIs("2026-09-15T10:00");
    ProcessInstance theCase = underway("lc", household());
    hall.itIs("2026-09-18T09:00");
    assertThat(clockOf(theCase, "survey").light()).isEqualTo(Light.AMBER);
    hall.itIs("2026-09-18T17:30");
    assertThat(clockOf(theCase, "grid-case").light()).isEqualTo(Light.RED);
    hall.completes(
        "lcSupervisor",
        theCase,
        "督办并说明原因",
        Map.of("overdueReason", "勘查人员不足", "correctiveAction", "增派勘查人员当日完成"));
    assertThat(hall.openTasks(theCase)).containsExactly("勘查并答复方案");
  }

  @Test
  void keepsTheMeterWithinFiftyMetresOfASmallBusinesssBoundaryWhereThePlanSaysSo() {
    hall.itIs("2026-09-15T10:00");
    ProcessInstance theCase = underway("sx", smallBusiness("160", "kW"));
    assertThatThrownBy(
            () ->
                hall.completes(
                    "sxPower", theCase, "勘查并答复方案", surveyed("2026-09-15", "50.01", "no")))
        .satisfies(refusal -> assertThat(keys(refusal)).containsExactly("meterToBoundary"))
        .hasStackTraceContaining("莘政发〔2021〕28号 附件三(三)");
    assertThatThrownBy(
            () -> hall.completes("sxPower", theCase, "勘查并答复方案", surveyed("2026-09-16", "0", "no")))
        .satisfies(
            refusal ->
                assertThat(keys(refusal)).containsExactly("planAnsweredOn", "meterToBoundary"));
    hall.completes("sxPower", theCase, "勘查并答复方案", surveyed("2026-09-15", "50", "no"));
    ProcessInstance elsewhere = underway("ny", smallBusiness("160", "kW"));
    hall.completes("nyPower", elsewhere, "勘查并答复方案", surveyed("2026-09-15", "51", "no"));
    assertThat(hall.openTasks(elsewhere)).containsExactly("装表接电");
  }

  @Test
  void tellsTheCustomerWhyAnApplicationIsNotAccepted() {
    hall.itIs("2026-09-15T10:00");
    ProcessInstance theCase = hall.starts("lcClerk", SERVICE, household());
    hall.completes("lcPower", theCase, "受理用电申请", refused("该址已有在用电户"));
    assertThat(stateOf(theCase)).isEqualTo(CaseState.REFUSED);
    hall.completes("lcClerk", theCase, "送达决定书", Map.of("deliveredTo", "王晓明"));
    assertThat(hall.hasEnded(theCase)).isTrue();
  }

  private ProcessInstance underway(String place, Map<String, Object> form) {
    ProcessInstance theCase = hall.starts(place + "Clerk", SERVICE, form);
    hall.completes(place + "Power", theCase, "受理用电申请", accepted("yes"));
    return theCase;
  }

  private static List<String> keys(Throwable refusal) {
    return Problem.in(refusal).fields().stream().map(Problem.Field::key).toList();
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
