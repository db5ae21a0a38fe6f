package io.onewindow.promise;

import static org.assertj.core.api.Assertions.assertThat;

import io.onewindow.database.OnBothDatabases;
import io.onewindow.story.Hall;
import io.onewindow.story.StoryTest;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The last days counted by hand from the State Council's notices, kept by real timers of the
 * engine.
 *
 * <p>The model is one step with one boundary timer, and both its dates are asked of {@code
 * promiseClock}, as in every model of the house. No plan promises, say, 15 working days, so while
 * this test runs its own table stands in for {@code internal-limit}: its steps are named by their
 * limits. Everything from the expression to the job is what a case meets.
 */
@StoryTest
@OnBothDatabases
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GoldenTimersTest {

  private static final String TIMER = "boundaryEvent_overdue";
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

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

  @ParameterizedTest(name = "{0} + {1} = {2}")
  @CsvSource({
    "2021-02-09,1,2021-02-10",
    "2021-02-10,3,2021-02-20",
    "2021-09-17,3,2021-09-23",
    "2021-09-30,1,2021-10-08",
    "2022-01-28,2,2022-01-30",
    "2022-04-29,5,2022-05-10",
    "2023-01-20,3,2023-01-30",
    "2023-09-28,2,2023-10-08",
    "2024-02-08,3,2024-02-19",
    "2024-02-09,1,2024-02-18",
    "2024-09-13,3,2024-09-19",
    "2024-09-30,5,2024-10-12",
    "2025-01-27,20,2025-03-03",
    "2025-09-30,10,2025-10-21",
    "2025-12-31,2,2026-01-05",
    "2026-02-13,2,2026-02-24",
    "2026-02-13,20,2026-03-19",
    "2026-04-30,3,2026-05-08",
    "2026-09-18,5,2026-09-24",
    "2026-09-24,5,2026-10-09",
    "2026-09-30,3,2026-10-10",
    "2026-11-20,15,2026-12-11"
  })
  void firesWhenTheOfficeClosesOnTheGoldenDay(String received, int days, String last) {
    ProcessInstance theCase = starts(received + "T10:00", days + " WORKING_DAY");
    firesAtAndNotASecondBefore(theCase, last + "T17:30");
    assertThat(clockOf(theCase).provisional()).isFalse();
  }

  /** Counted from the day of receipt each would end one working day earlier. */
  @ParameterizedTest(name = "{0} + {1} = {3}")
  @CsvSource({
    "2025-01-25,1,2025-01-26,2025-01-27",
    "2025-04-26,2,2025-04-27,2025-04-29",
    "2025-09-27,3,2025-09-28,2025-10-09"
  })
  void countsFromTheNextOpeningWhenReceivedOnADayOff(
      String received, int days, String effective, String last) {
    ProcessInstance theCase = starts(received + "T10:00", days + " WORKING_DAY");
    assertThat(LocalDateTime.ofInstant(clockOf(theCase).effectiveFrom(), ZONE))
        .isEqualTo(effective + "T09:00");
    firesAtAndNotASecondBefore(theCase, last + "T17:30");
  }

  @ParameterizedTest(name = "{0} + {1} = {2}")
  @CsvSource({
    "2026-09-30T16:00,4 OFFICE_HOUR,2026-10-08T11:30",
    "2026-10-09T16:30,4 OFFICE_HOUR,2026-10-10T12:00",
    "2026-11-20T11:50,20 OFFICE_MINUTE,2026-11-20T13:40",
    "2026-11-20T17:20,20 OFFICE_MINUTE,2026-11-23T09:10",
    "2026-09-24T10:00,7 CALENDAR_DAY,2026-10-08T17:30",
    "2026-07-01T10:00,3 MONTH,2026-10-08T17:30"
  })
  void firesToTheMinuteInEveryOtherUnit(String received, String limit, String due) {
    firesAtAndNotASecondBefore(starts(received, limit), due);
  }

  @Test
  void neverCountsNewYearsDayOfAYearWithoutCalendarAndSaysTheDateIsProvisional() {
    ProcessInstance theCase = starts("2026-12-10T10:00", "20 WORKING_DAY");
    assertThat(clockOf(theCase).provisional()).isTrue();
    firesAtAndNotASecondBefore(theCase, "2027-01-08T17:30");
  }

  private ProcessInstance starts(String received, String limit) {
    hall.itIs(received);
    return runtime
        .createProcessInstanceByKey("golden-timer")
        .processDefinitionWithoutTenantId()
        .setVariables(Map.of("jurisdiction", "ningyang", "step", limit))
        .execute();
  }

  private void firesAtAndNotASecondBefore(ProcessInstance theCase, String due) {
    assertThat(hall.timerOf(theCase, TIMER)).isEqualTo(due);
    assertThat(hall.dueOf(theCase, "作出决定")).isEqualTo(due);
    hall.itIs(LocalDateTime.parse(due).minusSeconds(1).toString());
    assertThat(hall.openTasks(theCase)).containsExactly("作出决定");
    assertThat(hall.hasEnded(theCase)).isFalse();
    hall.itIs(due);
    assertThat(hall.hasEnded(theCase)).isTrue();
    assertThat(hall.path(theCase)).contains(TIMER, "endEvent_overdue");
  }

  private StepClock clockOf(ProcessInstance theCase) {
    return clocks.all(theCase.getId()).get(0);
  }
}
