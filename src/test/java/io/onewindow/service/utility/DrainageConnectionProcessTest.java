package io.onewindow.service.utility;

import static io.onewindow.service.utility.Connections.drains;
import static io.onewindow.service.utility.Connections.drainsAnswered;
import static io.onewindow.service.utility.Connections.drainsConnected;
import static io.onewindow.service.utility.Connections.keys;
import static io.onewindow.story.Applications.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onewindow.casefile.CaseFile;
import io.onewindow.casefile.CaseState;
import io.onewindow.casefile.material.Materials;
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
import org.springframework.jdbc.core.simple.JdbcClient;

/** 排水接入: one step at most, and the faults of a plan told once. */
@StoryTest
@OnBothDatabases
class DrainageConnectionProcessTest {

  private static final String SERVICE = "drainage-connection";
  private static final String CONNECT = "核对方案并接入";

  @Autowired private Hall hall;
  @Autowired private CaseFile caseFile;
  @Autowired private Materials materials;
  @Autowired private PromiseClock clocks;
  @Autowired private JdbcClient jdbc;

  @AfterEach
  void closeTheHall() {
    hall.closes();
  }

  @ParameterizedTest
  @CsvSource({"lc,UrbanMgmt", "sx,UrbanMgmt", "ny,Housing", "hk,UrbanMgmt"})
  void connectsInOneStepOfTheActingDepartment(String place, String office) {
    hall.itIs("2026-09-15T10:00");
    ProcessInstance theCase = hall.starts(place + "Clerk", SERVICE, drains());
    assertThat(hall.openTasks(theCase)).containsExactly(CONNECT);
    assertThat(hall.dueOf(theCase, CONNECT)).isEqualTo("2026-09-18T17:30");
    hall.completes(place + office, theCase, CONNECT, drainsConnected());
    assertThat(hall.hasEnded(theCase)).isTrue();
    assertThat(hall.path(theCase)).filteredOn(step -> step.startsWith("userTask_")).hasSize(1);
    assertThat(stateOf(theCase)).isEqualTo(CaseState.ISSUED);
    assertThat(hall.variable(theCase, "drainageNo")).isEqualTo(theCase.getBusinessKey() + "-P1");
    assertThat(messages(theCase, "INFORMED"))
        .allSatisfy(body -> assertThat(body).contains("DN600污水管", "建议接入W-118号井"))
        .isNotEmpty();
  }

  @Test
  void asksAProjectOfTheSingleFormForNothingMore() {
    hall.itIs("2026-09-15T10:00");
    Map<String, Object> pushed =
        with(drains(), Map.of("singleForm", "yes", "projectCode", "2024-371522-47-01-123456"));
    for (String place : List.of("lc", "sx", "ny", "hk")) {
      ProcessInstance alone = hall.starts(place + "Clerk", SERVICE, drains());
      assertThat(materials.missing(alone.getBusinessKey())).hasSize(1);
      ProcessInstance ofProject = hall.starts(place + "Clerk", SERVICE, pushed);
      assertThat(materials.missing(ofProject.getBusinessKey())).isEmpty();
    }
  }

  @Test
  void tellsEveryFaultOfThePlanOnceAndNoOtherAfterwards() {
    hall.itIs("2026-09-28T10:00");
    ProcessInstance theCase = hall.starts("nyClerk", SERVICE, drains());
    assertThat(hall.dueOf(theCase, CONNECT)).isEqualTo("2026-10-08T17:30");
    hall.completes(
        "nyHousing", theCase, CONNECT, drainsAnswered("problems", "planProblems", "出户管标高低于市政管"));
    assertThat(stateOf(theCase)).isEqualTo(CaseState.NOTIFIED);
    assertThat(messages(theCase, "NOTIFIED")).allSatisfy(b -> assertThat(b).contains("标高低于"));
    assertThat(hall.openTasks(theCase)).containsExactly("登记修改方案");

    hall.itIs("2026-10-08T10:00");
    hall.completes("nyClerk", theCase, "登记修改方案", Map.of("drainagePlan", "出户管抬高至42.30米"));
    assertThat(stateOf(theCase)).isEqualTo(CaseState.RECEIVED);
    assertThat(hall.dueOf(theCase, CONNECT)).isEqualTo("2026-10-12T17:30");
    assertThatThrownBy(
            () ->
                hall.completes(
                    "nyHousing",
                    theCase,
                    CONNECT,
                    drainsAnswered("problems", "planProblems", "还缺一个检查井")))
        .satisfies(refusal -> assertThat(Problem.in(refusal).code()).isEqualTo("told-already"));
    hall.completes("nyHousing", theCase, CONNECT, drainsConnected());
    assertThat(stateOf(theCase)).isEqualTo(CaseState.ISSUED);
  }

  @Test
  void turnsAmberAndThenRedAndIsSupervisedAcrossTheSpringFestival() {
    hall.itIs("2026-02-13T10:00");
    ProcessInstance theCase = hall.starts("sxClerk", SERVICE, drains());
    assertThat(hall.dueOf(theCase, CONNECT)).isEqualTo("2026-02-25T17:30");
    assertThat(connection(theCase).basis()).isEqualTo(Basis.INTERNAL);
    hall.itIs("2026-02-25T17:29");
    assertThat(connection(theCase).light()).isEqualTo(Light.AMBER);
    assertThat(hall.openTasks(theCase)).containsExactly(CONNECT);
    hall.itIs("2026-02-25T17:30");
    assertThat(connection(theCase).light()).isEqualTo(Light.RED);
    assertThat(hall.openTasks(theCase)).containsExactlyInAnyOrder(CONNECT, "督办并说明原因");
  }

  @Test
  void tellsWhySomethingCannotBeConnected() {
    hall.itIs("2026-09-15T10:00");
    ProcessInstance theCase = hall.starts("hkClerk", SERVICE, drains());
    hall.completes(
        "hkUrbanMgmt", theCase, CONNECT, drainsAnswered("refuse", "planReason", "周边没有市政排水管网"));
    assertThat(stateOf(theCase)).isEqualTo(CaseState.REFUSED);
    hall.completes("hkClerk", theCase, "送达决定书", Map.of("deliveredTo", "王明德"));
    assertThat(hall.hasEnded(theCase)).isTrue();
    assertThat(hall.variable(theCase, "connected")).isEqualTo(false);
  }

  @Test
  void namesEveryFieldThatIsWrong() {
    hall.itIs("2026-09-15T10:00");
    assertThatThrownBy(
            () ->
                hall.starts(
                    "sxClerk",
                    SERVICE,
                    with(
                        drains(),
                        Map.of(
                            "drainagePipe", "0",
                            "dailyDischarge", "0.000",
                            "builderCode", "91371522MA3C0ABC10"))))
        .satisfies(
            refusal ->
                assertThat(keys(refusal))
                    .containsExactly("builderCode", "drainagePipe", "dailyDischarge"));
    assertThatThrownBy(
            () ->
                hall.starts(
                    "sxClerk",
                    SERVICE,
                    with(drains(), Map.of("singleForm", "yes", "drainagePipe", "-1"))))
        .satisfies(
            refusal -> assertThat(keys(refusal)).containsExactly("projectCode", "drainagePipe"));
  }

  private List<String> messages(ProcessInstance theCase, String kind) {
    return jdbc.sql("select body from ow_message where receipt_no = ? and kind = ?")
        .params(theCase.getBusinessKey(), kind)
        .query(String.class)
        .list();
  }

  private StepClock connection(ProcessInstance theCase) {
    return clocks.all(theCase.getId()).stream()
        .filter(clock -> clock.step().equals("connection"))
        .findFirst()
        .orElseThrow();
  }

  private CaseState stateOf(ProcessInstance theCase) {
    return caseFile.find(theCase.getBusinessKey()).orElseThrow().state();
  }
}
