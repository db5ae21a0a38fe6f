package io.onewindow.promise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.onewindow.database.OnBothDatabases;
import io.onewindow.problem.Problem;
import io.onewindow.story.Hall;
import io.onewindow.story.StoryTest;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * How far the limit of a licence may be extended, and by whom: it depends on whether its row names
 * the law's limit for one authority or the one for joint handling (行政许可法第四十二条).
 */
@StoryTest
@OnBothDatabases
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JointHandlingProcessTest {

  private static final String TASK = "作出决定";
  private static final String RED = "boundaryEvent_decideOverdue";

  @Autowired private Hall hall;
  @Autowired private ClockActs acts;
  @Autowired private OfficersChoices choices;
  @Autowired private PromiseClock clocks;
  @Autowired private RepositoryService repository;
  @Autowired private RuntimeService runtime;

  private String deployment;

  @BeforeAll
  void deploy() {
    deployment =
        repository
            .createDeployment()
            .addClasspathResource("io/onewindow/promise/joint-handling.bpmn")
            .addClasspathResource("io/onewindow/promise/joint-limit.dmn")
            .addClasspathResource("io/onewindow/promise/golden-timer.form")
            .deploy()
            .getId();
  }

  @AfterAll
  void undeploy() {
    repository.deleteDeployment(deployment, true);
  }

  @AfterEach
  void closeTheHall() {
    hall.closes();
  }

  @Test
  void extendsJointHandlingByFifteenDaysWithTheGovernmentsHead() {
    ProcessInstance theCase = accepted("case");
    assertThat(hall.dueOf(theCase, TASK)).isEqualTo("2026-07-14T17:30");
    assertThat(choice("nyLeader", theCase).longestExtension()).isZero();
    OfficersChoice choice = choice("nyGovLeader", theCase);
    assertThat(choice.longestExtension()).isEqualTo(15);
    assertThat(choice.extensionArticle()).isEqualTo("《行政许可法》第四十二条第二款");
    assertThat(choice.extensionBy()).isEqualTo("本级人民政府负责人");

    refused(403, "延期须经本级人民政府负责人批准。", () -> extend("nyLeader", theCase, 1));
    refused(403, "延期须经本级人民政府负责人批准。", () -> extend("hkGovLeader", theCase, 1));
    refused(400, "应为 1 至 15", () -> extend("nyGovLeader", theCase, 16));
    assertThat(hall.dueOf(theCase, TASK)).isEqualTo("2026-07-14T17:30");

    extend("nyGovLeader", theCase, 15);
    assertThat(hall.dueOf(theCase, TASK)).isEqualTo("2026-08-04T17:30");
    assertThat(hall.timerOf(theCase, RED)).isEqualTo("2026-08-04T17:30");
    assertThat(acts.journal(theCase.getId()))
        .extracting(ClockEvent::kind, ClockEvent::actor, ClockEvent::reason)
        .containsExactly(tuple(ClockEvent.Kind.EXTENDED, "nyGovLeader", "情形复杂，须现场复核"));
    refused(409, "已经延期过一次", () -> extend("nyGovLeader", theCase, 1));
  }

  @Test
  void extendsASingleAuthoritysLimitByTenDaysWithItsOwnHead() {
    ProcessInstance theCase = accepted("single-case");
    assertThat(hall.dueOf(theCase, TASK)).isEqualTo("2026-06-08T17:30");
    assertThat(choice("nyGovLeader", theCase).longestExtension()).isZero();
    assertThat(choice("nyLeader", theCase).longestExtension()).isEqualTo(10);

    refused(403, "延期须经本行政机关负责人批准。", () -> extend("nyGovLeader", theCase, 1));
    refused(400, "应为 1 至 10", () -> extend("nyLeader", theCase, 15));
    extend("nyLeader", theCase, 10);
    assertThat(hall.dueOf(theCase, TASK)).isEqualTo("2026-06-23T17:30");
    assertThat(clocks.running(List.of(theCase.getId())).get(0).extendedBy()).isEqualTo(10);
  }

  private ProcessInstance accepted(String step) {
    hall.itIs("2026-05-11T10:00");
    ProcessInstance theCase =
        runtime
            .createProcessInstanceByKey("joint-handling")
            .processDefinitionWithoutTenantId()
            .setVariables(Map.of("jurisdiction", "ningyang", "step", step))
            .execute();
    hall.itIs("2026-05-12T10:00");
    return theCase;
  }

  private OfficersChoice choice(String person, ProcessInstance theCase) {
    return hall.as(person, () -> choices.of(theCase.getId()));
  }

  private void extend(String person, ProcessInstance theCase, int days) {
    hall.as(
        person,
        () -> {
          acts.extend(theCase.getId(), days, "情形复杂，须现场复核");
          return null;
        });
  }

  private static void refused(int status, String words, ThrowingCallable deed) {
    assertThatThrownBy(deed)
        .satisfies(
            refusal -> {
              Problem problem = Problem.in(refusal);
              assertThat(problem.status()).isEqualTo(status);
              String told =
                  problem.getMessage()
                      + problem.fields().stream().map(Problem.Field::reason).toList();
              assertThat(told).contains(words);
            });
  }
}
