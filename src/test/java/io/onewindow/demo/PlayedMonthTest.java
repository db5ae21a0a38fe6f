package io.onewindow.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import io.onewindow.engine.PlayedTime;
import io.onewindow.story.Hall;
import io.onewindow.story.StoryTest;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A month is played by people who may do what they do, and played again it is the same. */
@StoryTest
class PlayedMonthTest {

  /** Three weeks of office days, so that some cases end and some do not. */
  private static final Month MONTH =
      new Month(Instant.parse("2026-08-31T16:00:00Z"), Instant.parse("2026-09-21T08:00:00Z"));

  private static final int CASES = 40;

  @Autowired private Player player;
  @Autowired private PlayedTime time;
  @Autowired private Scripts scripts;
  @Autowired private HistoryService history;
  @Autowired private JdbcClient jdbc;
  @Autowired private Clock clock;
  @Autowired private Hall hall;

  @AfterEach
  void closeTheHall() {
    hall.closes();
  }

  @Test
  void playsEveryServiceWithoutARefusalAndLeavesTheClockReal() {
    Tally tally = played(CASES, 7);
    assertThat(tally.refusals()).isEmpty();
    assertThat(tally.cases()).isEqualTo(CASES);
    assertThat(clock.instant()).isCloseTo(new Date().toInstant(), within(1, ChronoUnit.MINUTES));
    assertThat(services()).containsExactlyInAnyOrderElementsOf(scripts.services().keySet());
    assertThat(states()).contains("ISSUED", "ACCEPTED");
    List<HistoricTaskInstance> tasks = history.createHistoricTaskInstanceQuery().list();
    assertThat(tasks)
        .allMatch(task -> !task.getStartTime().toInstant().isBefore(MONTH.from()))
        .allMatch(
            task -> task.getEndTime() == null || !task.getEndTime().toInstant().isAfter(MONTH.to()))
        .anyMatch(task -> task.getEndTime() == null)
        .filteredOn(task -> "completed".equals(task.getDeleteReason()))
        .allMatch(task -> task.getAssignee() != null);
  }

  @Test
  void playsTheSameAgain() {
    played(6, 3);
    List<Map<String, Object>> first = tasksInOrder();
    hall.closes();
    played(6, 3);
    assertThat(tasksInOrder()).isNotEmpty().isEqualTo(first);
  }

  @Test
  void makesTheClockRealAgainWhenThePlayBreaksOff() {
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                time.play(
                    hands -> {
                      hands.accept(MONTH.from());
                      throw new IllegalStateException("the play broke off");
                    }));
    assertThat(clock.instant()).isAfter(MONTH.to());
  }

  private Tally played(int cases, long seed) {
    Tally tally = new Tally(MONTH.from());
    time.play(hands -> player.play(MONTH, cases, new Draw(seed), hands, tally, () -> false));
    return tally;
  }

  private List<String> services() {
    return jdbc.sql("select distinct service from ow_case").query(String.class).list();
  }

  private List<String> states() {
    return jdbc.sql("select distinct state from ow_case").query(String.class).list();
  }

  /** What was done, when and by whom; ids and receipt numbers differ. */
  private List<Map<String, Object>> tasksInOrder() {
    return jdbc.sql(
            """
            select TASK_DEF_KEY_ as task, START_TIME_ as began, END_TIME_ as ended,
              ASSIGNEE_ as person from ACT_HI_TASKINST
            order by START_TIME_, TASK_DEF_KEY_, END_TIME_, ASSIGNEE_
            """)
        .query()
        .listOfRows();
  }
}
