package io.onewindow.promise;

import static org.assertj.core.api.Assertions.assertThat;

import io.onewindow.story.Hall;
import java.time.LocalDateTime;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** A model of one task whose limit the test chooses: everything else is what a case meets. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class GoldenTimers {

  private static final String TIMER = "boundaryEvent_overdue";

  @Autowired private Hall hall;
  @Autowired private RepositoryService repository;
  @Autowired private RuntimeService runtime;
  @Autowired private PromiseClock clocks;

  private String deployment;

  @BeforeAll
  void deploy() {
    deployment =
        repository
            .createDeployment()
            .addClasspathResource("io/onewindow/promise/golden-timer.bpmn")
            .addClasspathResource("io/onewindow/promise/golden-limit.dmn")
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

  ProcessInstance starts(String received, String limit) {
    hall.itIs(received);
    return runtime
        .createProcessInstanceByKey("golden-timer")
        .processDefinitionWithoutTenantId()
        .setVariables(Map.of("jurisdiction", "ningyang", "step", limit))
        .execute();
  }

  void firesAtAndNotASecondBefore(ProcessInstance theCase, String due) {
    assertThat(hall.timerOf(theCase, TIMER)).isEqualTo(due);
    assertThat(hall.dueOf(theCase, "作出决定")).isEqualTo(due);
    hall.itIs(LocalDateTime.parse(due).minusSeconds(1).toString());
    assertThat(hall.openTasks(theCase)).containsExactly("作出决定");
    assertThat(hall.hasEnded(theCase)).isFalse();
    hall.itIs(due);
    assertThat(hall.hasEnded(theCase)).isTrue();
    assertThat(hall.path(theCase)).contains(TIMER, "endEvent_overdue");
  }

  StepClock clockOf(ProcessInstance theCase) {
    return clocks.all(theCase.getId()).get(0);
  }
}
