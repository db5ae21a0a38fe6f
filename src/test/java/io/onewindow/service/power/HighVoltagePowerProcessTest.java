package io.onewindow.service.power;

import static io.onewindow.service.power.PowerApplications.factory;
import static io.onewindow.service.power.PowerApplications.highVoltageEnergised;
import static io.onewindow.service.power.PowerApplications.planReplied;
import static io.onewindow.service.power.PowerApplications.refused;
import static io.onewindow.story.Applications.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onewindow.casefile.CaseFile;
import io.onewindow.casefile.CaseState;
import io.onewindow.database.OnBothDatabases;
import io.onewindow.problem.Problem;
import io.onewindow.promise.Basis;
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
class HighVoltagePowerProcessTest {

  private static final String SERVICE = "high-voltage-power";
  private static final String GRID = "boundaryEvent_gridPromise";

  @Autowired private Hall hall;
  @Autowired private CaseFile caseFile;
  @Autowired private PromiseClock clocks;

  @AfterEach
  void closeTheHall() {
    hall.closes();
  }

  @Test
  void connectsInThreeStepsOfTheGridWithinElevenWorkingDays() {
    hall.itIs("2026-09-01T09:30");
    ProcessInstance theCase = hall.starts("lcClerk", SERVICE, factory("10kv", "single", "1250"));
    assertThat(hall.timerOf(theCase, GRID)).isEqualTo("2026-09-16T17:30");
    accepts("lc", theCase);
    assertThat(stateOf(theCase)).isEqualTo(CaseState.ACCEPTED);
    hall.completes("lcPower", theCase, "答复供电方案", planReplied("2026-09-01", "no"));
    hall.itIs("2026-09-08T10:00");
    hall.completes("lcPower", theCase, "验收送电", highVoltageEnergised("2026-09-08"));
    assertThat(clockOf(theCase, "grid-case").light()).isEqualTo(Light.GREEN);
    hall.completes(
        "lcClerk", theCase, "统一出件", Map.of("handOutMethod", "pickup", "recipientName", "王晓明"));
    assertThat(hall.hasEnded(theCase)).isTrue();
    assertThat(hall.path(theCase))
        .filteredOn(element -> element.startsWith("userTask_"))
        .containsExactly(
            "userTask_acceptApplication",
            "userTask_replyPlan",
            "userTask_energise",
            "userTask_handOut");
  }

  @ParameterizedTest
  @CsvSource({
    "lc,10kv,single,10kv-single-supply,2026-09-16T17:30,PROMISED",
    "lc,10kv,dual,10kv-dual-supply,2026-09-24T17:30,PROMISED",
    "sx,35kv,single,35kv-single-supply,2026-10-08T17:30,PROMISED",
    "sx,35kv,dual,35kv-dual-supply,2026-10-21T17:30,PROMISED",
    "ny,10kv,single,10kv-single-supply,2026-10-21T17:30,INTERNAL",
    "hk,35kv,dual,35kv-dual-supply,2026-10-21T17:30,INTERNAL"
  })
  void promisesByVoltageAndNumberOfSupplies(
      String place, String voltage, String supplies, String category, String due, Basis basis) {
    hall.itIs("2026-09-01T09:30");
    ProcessInstance theCase =
        hall.starts(place + "Clerk", SERVICE, factory(voltage, supplies, "2000"));
    assertThat(hall.variable(theCase, "category")).isEqualTo(category);
    assertThat(clockOf(theCase, "grid-case").basis()).isEqualTo(basis);
    assertThat(hall.timerOf(theCase, GRID)).isEqualTo(due);
  }

  @ParameterizedTest
  @CsvSource({
    "lc,1250,PROMISED,LC21-096,2026-09-15T10:30",
    "sx,1250,PROMISED,SX21-102,2026-09-15T10:30",
    "lc,1250.001,INTERNAL,,2026-09-21T17:30",
    "ny,1250,INTERNAL,,2026-09-21T17:30"
  })
  void answersThePlanOnTheSpotUpToTheThreshold(
      String place, String capacity, Basis basis, String promise, String due) {
    hall.itIs("2026-09-15T10:00");
    ProcessInstance theCase =
        hall.starts(place + "Clerk", SERVICE, factory("10kv", "single", capacity));
    accepts(place, theCase);
    assertThat(clockOf(theCase, "plan-reply").basis()).isEqualTo(basis);
    assertThat(clockOf(theCase, "plan-reply").promiseId()).isEqualTo(promise);
    assertThat(hall.dueOf(theCase, "答复供电方案")).isEqualTo(due);
    assertThat(clockOf(theCase, "grid-case").category()).isEqualTo("10kv-single-supply");
    hall.itIs(due);
    assertThat(clockOf(theCase, "plan-reply").light()).isEqualTo(Light.RED);
    assertThat(clockOf(theCase, "grid-case").light()).isEqualTo(Light.GREEN);
    assertThat(hall.openTasks(theCase)).contains("督办并说明原因");
  }

  @Test
  void leavesTheCustomersWorksOutOfTheCountAcrossTheSpringFestival() {
    hall.itIs("2026-02-02T09:30");
    ProcessInstance theCase = hall.starts("lcClerk", SERVICE, factory("10kv", "single", "2000"));
    assertThat(hall.timerOf(theCase, GRID)).isEqualTo("2026-02-24T17:30");
    accepts("lc", theCase);
    hall.itIs("2026-02-09T16:30");
    hall.completes("lcPower", theCase, "答复供电方案", planReplied("2026-02-09", "yes"));
    assertThat(clockOf(theCase, "grid-case").pausedAt()).isNotNull();

    hall.itIs("2026-03-02T09:00");
    assertThat(hall.openTasks(theCase)).containsExactly("登记用户工程完工");
    hall.completes(
        "lcPower",
        theCase,
        "登记用户工程完工",
        Map.of(
            "customerWorksDoneOn",
            "2026-02-27",
            "customerContractor",
            "启明电力安装公司",
            "contractorPermitNo",
            "6-3-00123-2021"));
    assertThat(hall.timerOf(theCase, GRID)).isEqualTo("2026-03-10T10:00");
    hall.itIs("2026-03-10T09:59");
    assertThat(hall.openTasks(theCase)).containsExactly("验收送电");
    hall.itIs("2026-03-10T10:00");
    assertThat(clockOf(theCase, "grid-case").light()).isEqualTo(Light.RED);
  }

  @ParameterizedTest
  @CsvSource({
    "lc,10kv,provincial-park,no,1250,投资界面",
    "lc,10kv,other,yes,1250,投资界面",
    "sx,10kv,luxi-zone,no,1250,财政补贴",
    "sx,10kv,provincial-park,no,1250,投资界面",
    "ny,10kv,provincial-park,no,2000,土建投资",
    "hk,10kv,urban,no,1250,财政补贴",
    "hk,10kv,key-park,no,2000,入驻即送电"
  })
  void tellsTheOfficerWhatThePlanOffersTheCustomer(
      String place, String voltage, String site, String project, String capacity, String measure) {
    hall.itIs("2026-09-15T10:00");
    assertThat(measures(place, voltage, site, project, capacity)).contains(measure);
  }

  @ParameterizedTest
  @CsvSource({
    "lc,35kv,provincial-park,no,1250,投资界面",
    "sx,10kv,key-park,no,1250,投资界面",
    "hk,10kv,urban,no,1250.001,财政补贴",
    "hk,10kv,provincial-park,yes,1250,投资界面"
  })
  void offersNothingThatThePlanDoesNotSay(
      String place, String voltage, String site, String project, String capacity, String measure) {
    hall.itIs("2026-09-15T10:00");
    assertThat(measures(place, voltage, site, project, capacity)).doesNotContain(measure);
  }

  @Test
  void mergesThePlanningPermitOfAKeyProjectWhereThePlanSaysSo() {
    hall.itIs("2026-09-15T10:00");
    Map<String, Object> key = with(factory("10kv", "dual", "3000"), Map.of("keyProject", "yes"));
    assertThat((String) hall.variable(hall.starts("hkClerk", SERVICE, key), "measuresText"))
        .contains("合并审批");
    assertThat((String) hall.variable(hall.starts("lcClerk", SERVICE, key), "measuresText"))
        .doesNotContain("合并审批");
  }

  @Test
  void refusesKilowattsWithTheClauseAndACapacityOfNothing() {
    hall.itIs("2026-09-15T10:00");
    Map<String, Object> wrong = with(factory("10kv", "single", "0"), Map.of("capacityUnit", "kW"));
    assertThatThrownBy(() -> hall.starts("sxClerk", SERVICE, wrong))
        .satisfies(
            refusal -> {
              List<Problem.Field> fields = Problem.in(refusal).fields();
              assertThat(fields)
                  .extracting(Problem.Field::key)
                  .containsExactly("capacity", "capacityUnit");
              assertThat(fields.get(1).reason()).contains("应为千伏安", "莘政发〔2021〕28号 附件三(九)");
            });
  }

  @Test
  void tellsTheCustomerWhyAnApplicationIsNotAccepted() {
    hall.itIs("2026-09-15T10:00");
    ProcessInstance theCase = hall.starts("lcClerk", SERVICE, factory("10kv", "single", "800"));
    hall.completes("lcPower", theCase, "受理申请", refused("用电地址不在供电营业区内"));
    assertThat(stateOf(theCase)).isEqualTo(CaseState.REFUSED);
    assertThat(clockOf(theCase, "grid-case").stoppedAt()).isNotNull();
    hall.completes("lcClerk", theCase, "送达决定书", Map.of("deliveredTo", "王晓明"));
    assertThat(hall.hasEnded(theCase)).isTrue();
  }

  private String measures(
      String place, String voltage, String site, String project, String capacity) {
    Map<String, Object> form =
        with(
            factory(voltage, "single", capacity),
            Map.of("site", site, "conversionProject", project));
    return (String) hall.variable(hall.starts(place + "Clerk", SERVICE, form), "measuresText");
  }

  private void accepts(String place, ProcessInstance theCase) {
    hall.completes(place + "Power", theCase, "受理申请", Map.of("acceptanceDecision", "accept"));
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
