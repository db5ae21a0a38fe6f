package io.onewindow.desk.action;

import static org.assertj.core.api.Assertions.assertThat;

import io.onewindow.promise.PromiseClock;
import io.onewindow.promise.StepClock;
import io.onewindow.story.Hall;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One case in one structure: brought to the task at hand, acted on, and worked to its end. */
@Component
class MatrixCase {

  static final String A = "nyApproval";
  static final String B = "nyApprovalB";
  static final String C = "nyApprovalC";

  final Hall hall;
  final TaskService tasks;
  final RuntimeService runtime;
  final HistoryService history;
  private final RepositoryService repository;
  private final ManagementService jobs;
  private final IdentityService identity;
  private final PromiseClock clocks;

  private final JdbcClient jdbc;

  private String deployment;
  private ProcessInstance theCase;
  private String here;

  MatrixCase(
      Hall hall,
      TaskService tasks,
      RuntimeService runtime,
      HistoryService history,
      RepositoryService repository,
      ManagementService jobs,
      IdentityService identity,
      PromiseClock clocks,
      JdbcClient jdbc) {
    this.hall = hall;
    this.tasks = tasks;
    this.runtime = runtime;
    this.history = history;
    this.repository = repository;
    this.jobs = jobs;
    this.identity = identity;
    this.clocks = clocks;
    this.jdbc = jdbc;
  }

  void deploy() {
    var wanted = repository.createDeployment().name("matrix");
    for (Structure one : Structure.values()) {
      wanted.addClasspathResource("io/onewindow/desk/action/" + one.process + ".bpmn");
    }
    wanted.addClasspathResource("io/onewindow/desk/action/matrix-called.bpmn");
    wanted.addClasspathResource("io/onewindow/desk/action/matrix-step.form");
    deployment = wanted.deploy().getId();
    employ(B);
    employ(C);
  }

  private void employ(String id) {
    User user = identity.newUser(id);
    user.setPassword("onewindow");
    identity.saveUser(user);
    identity.createMembership(id, "approval");
    identity.createTenantUserMembership("ningyang", id);
  }

  /** So that a row that failed does not fail those behind it. */
  void forgetDeputies() {
    jdbc.sql("delete from ow_deputy_task").update();
    jdbc.sql("delete from ow_deputy").update();
  }

  void undeploy() {
    repository.deleteDeployment(deployment, true);
    identity.deleteUser(B);
    identity.deleteUser(C);
  }

  /** Begins a case and brings it to the task 复审材料, with 登记事项 and 初审材料 done. */
  Task begin(Structure structure) {
    hall.itIs("2026-09-15T09:00");
    theCase = hall.starts("nyClerk", structure.process, Map.of());
    if (structure == Structure.EVENT) {
      completes("登记事项");
      runtime
          .createMessageCorrelation("matrix-review")
          .processInstanceId(theCase.getId())
          .correlate();
    } else {
      completes("登记事项");
    }
    completes("初审材料");
    if (structure == Structure.PARALLEL_INSTANCES) {
      completes("初审材料");
    }
    hall.itIs("2026-09-15T10:00");
    Task found =
        open().stream()
            .filter(task -> task.getTaskDefinitionKey().equals("userTask_here"))
            .findFirst()
            .orElseThrow();
    here = found.getId();
    return found;
  }

  String receiptNo() {
    return theCase.getBusinessKey();
  }

  ProcessInstance theCase() {
    return theCase;
  }

  private void completes(String name) {
    Task next =
        open().stream().filter(task -> task.getName().equals(name)).findFirst().orElseThrow();
    complete(next);
  }

  private void complete(Task task) {
    Map<String, Object> form = new HashMap<>();
    if (task.getName().equals("复审材料")) {
      form.put("reviewOpinion", "同意");
    }
    String who = task.getAssignee() == null ? A : task.getAssignee();
    hall.as(
        who,
        () -> {
          tasks.complete(task.getId(), form);
          return null;
        });
  }

  /** Every open task of the case itself, also in called processes; not those of inquiries. */
  List<Task> open() {
    return tasks
        .createTaskQuery()
        .processInstanceBusinessKey(receiptNo())
        .initializeFormKeys()
        .orderByTaskCreateTime()
        .asc()
        .list()
        .stream()
        .filter(task -> !task.getTaskDefinitionKey().equals("userTask_answerInquiry"))
        .toList();
  }

  List<Task> inquiries() {
    return tasks
        .createTaskQuery()
        .processInstanceBusinessKey(receiptNo())
        .taskDefinitionKey("userTask_answerInquiry")
        .list();
  }

  /** The task at hand as it stands now. */
  Task here() {
    return tasks.createTaskQuery().taskId(here).singleResult();
  }

  List<String> openNames() {
    return open().stream().map(Task::getName).sorted().toList();
  }

  /** Works the case to its end; the last step comes exactly once, and nothing is left behind. */
  void finish() {
    List<String> done = new ArrayList<>();
    for (List<Task> left = open(); !left.isEmpty(); left = open()) {
      assertThat(done).as("the case goes round and round").hasSizeLessThan(20);
      done.add(left.get(0).getName());
      complete(left.get(0));
    }
    assertThat(done).filteredOn("办结归档"::equals).hasSize(1);
    assertEnded();
  }

  /** No process, no timer and no running clock is left. */
  void assertEnded() {
    assertThat(runtime.createProcessInstanceQuery().processInstanceBusinessKey(receiptNo()).count())
        .isZero();
    assertThat(jobs.createJobQuery().count()).isZero();
    instances()
        .forEach(
            id ->
                assertThat(clocks.all(id))
                    .filteredOn(clock -> !clock.isWholeCase())
                    .allMatch(clock -> clock.stoppedAt() != null));
  }

  private List<String> instances() {
    return history
        .createHistoricProcessInstanceQuery()
        .processInstanceBusinessKey(receiptNo())
        .list()
        .stream()
        .map(one -> one.getId())
        .toList();
  }

  /** The clock of the whole case: there must never be a second one. */
  StepClock wholeCase() {
    List<StepClock> found =
        clocks.all(theCase.getId()).stream().filter(StepClock::isWholeCase).toList();
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  /** The clock of the step at that element, the newest. */
  StepClock newest(String activityId) {
    return instances().stream()
        .flatMap(id -> clocks.all(id).stream())
        .filter(clock -> clock.activityId().equals(activityId))
        .reduce((earlier, later) -> later)
        .orElseThrow();
  }
}
