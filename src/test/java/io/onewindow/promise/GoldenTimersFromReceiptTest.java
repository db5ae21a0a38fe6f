package io.onewindow.promise;

import static org.assertj.core.api.Assertions.assertThat;

import io.onewindow.story.Hall;
import io.onewindow.story.StoryTest;
import java.time.LocalDateTime;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/**
 * The golden days whose start is a day off, in a hall that counts from the day of receipt; {@link
 * GoldenTimersTest} has them counted from the next opening.
 */
@StoryTest
@TestPropertySource(properties = "onewindow.promise.count-from.ningyang=DAY_OF_RECEIPT")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GoldenTimersFromReceiptTest {

  private static final String TIMER = "boundaryEvent_overdue";

  @Autowired private Hall hall;
  @Autowired private RepositoryService repository;
  @Autowired private RuntimeService runtime;

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

  @ParameterizedTest(name = "{0} + {1} = {2}")
  @CsvSource({
    "2025-01-25,1,2025-01-26",
    "2025-04-26,2,2025-04-28",
    "2025-09-27,3,2025-09-30",
    "2026-09-30,3,2026-10-10",
    "2026-11-20,15,2026-12-11"
  })
  void firesWhenTheOfficeClosesOnTheGoldenDay(String received, int days, String last) {
    hall.itIs(received + "T10:00");
    ProcessInstance theCase =
        runtime
            .createProcessInstanceByKey("golden-timer")
            .processDefinitionWithoutTenantId()
            .setVariables(Map.of("jurisdiction", "ningyang", "step", days + " WORKING_DAY"))
            .execute();
    String due = last + "T17:30";
    assertThat(hall.timerOf(theCase, TIMER)).isEqualTo(due);
    hall.itIs(LocalDateTime.parse(due).minusSeconds(1).toString());
    assertThat(hall.hasEnded(theCase)).isFalse();
    hall.itIs(due);
    assertThat(hall.hasEnded(theCase)).isTrue();
    assertThat(hall.path(theCase)).contains(TIMER);
  }
}
