package io.onewindow.service.completionacceptance;

import static io.onewindow.service.completionacceptance.Acceptance.flats;
import static io.onewindow.story.Applications.with;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.onewindow.database.OnBothDatabases;
import io.onewindow.face.Answer;
import io.onewindow.face.Face;
import io.onewindow.face.FaceTest;
import io.onewindow.story.Hall;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The departments of joint acceptances give their opinions at the same moment: each opinion counts
 * once, nobody is turned away, every case goes on once. With {@code -Donewindow.storm.cases=200} it
 * is the long test of bench/join-storm.md.
 */
@FaceTest
@OnBothDatabases
class JoinStormIT {

  private static final int CASES = Integer.getInteger("onewindow.storm.cases", 3);
  private static final int THREADS = 8;
  private static final Map<String, String> PEOPLE =
      Map.of("planning", "sxPlanning", "housing", "sxHousing", "approval", "sxApproval");

  @Autowired private Face face;
  @Autowired private Hall hall;
  @Autowired private TaskService tasks;
  @Autowired private RuntimeService runtime;
  @Autowired private HistoryService history;

  @BeforeEach
  void openTheHall() {
    hall.itIs("2026-09-14T09:00");
  }

  @AfterEach
  void closeTheHall() {
    hall.closes();
  }

  @Test
  void everyJoinIsPassedOnceAndNobodyIsTurnedAway() throws Exception {
    List<ProcessInstance> cases = new ArrayList<>();
    for (int i = 0; i < CASES; i++) {
      Map<String, Object> form =
          with(
              flats(),
              Map.of(
                  "civilDefence",
                  true,
                  "fireCategory",
                  "acceptance",
                  "projectName",
                  "莘州嘉园" + i + "期",
                  "constructionPermitNo",
                  String.format("371522202403%06d", i)));
      cases.add(Acceptance.accepted(hall, "sx", form).visited("2026-09-14").theCase());
    }
    List<Task> opinions = cases.stream().flatMap(one -> open(one).stream()).toList();
    assertThat(opinions).hasSize(CASES * 7);

    List<Answer> answers = stormed(opinions);

    assertThat(answers.stream().collect(groupingBy(Answer::status)).keySet()).containsExactly(204);
    for (ProcessInstance one : cases) {
      assertThat(hall.openTasks(one)).containsExactly("作出联合验收结论");
    }
    for (Task opinion : opinions) {
      assertThat(ended(opinion)).singleElement().matches(task -> task.getEndTime() != null);
    }
    assertThat(runtime.createIncidentQuery().count()).isZero();
  }

  private List<Task> open(ProcessInstance theCase) {
    return tasks.createTaskQuery().processInstanceBusinessKey(theCase.getBusinessKey()).list();
  }

  private List<HistoricTaskInstance> ended(Task task) {
    return history.createHistoricTaskInstanceQuery().taskId(task.getId()).list();
  }

  /** All of one case stand next to each other, so that they meet. */
  private List<Answer> stormed(List<Task> opinions) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Callable<Answer>> all =
          opinions.stream().<Callable<Answer>>map(task -> () -> passes(task)).toList();
      List<Answer> answers = new ArrayList<>();
      for (Future<Answer> one : threads.invokeAll(all)) {
        answers.add(one.get());
      }
      return answers;
    } finally {
      threads.shutdownNow();
    }
  }

  private Answer passes(Task task) {
    String group = tasks.getIdentityLinksForTask(task.getId()).get(0).getGroupId();
    return face.post(
        PEOPLE.get(group),
        "/engine-rest/task/" + task.getId() + "/complete",
        Map.of("variables", Map.of("opinion", Map.of("value", "pass"))));
  }
}
