package io.onewindow.desk.action;

import io.onewindow.casefile.CaseFile;
import io.onewindow.casefile.CaseRecord;
import io.onewindow.engine.Caller;
import io.onewindow.engine.Callers;
import io.onewindow.problem.Problem;
import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Finds a task for a caller who wants to act on it, under the caller's own rights. */
@Component
class TasksAtHand {

  private final TaskService tasks;
  private final RuntimeService runtime;
  private final HistoryService history;
  private final CaseFile files;
  private final Callers callers;
  private final DeputyStore deputies;

  TasksAtHand(
      TaskService tasks,
      RuntimeService runtime,
      HistoryService history,
      CaseFile files,
      Callers callers,
      DeputyStore deputies) {
    this.tasks = tasks;
    this.runtime = runtime;
    this.history = history;
    this.files = files;
    this.callers = callers;
    this.deputies = deputies;
  }

  Caller caller() {
    return callers.current().orElseThrow(() -> Problem.of(401, "login-required", "请先登录。"));
  }

  /**
   * A task the caller may act on.
   *
   * @throws Problem 401 for nobody, 404 when the caller may not see the task or there is none, 409
   *     when it is done, 403 when it is another function's
   */
  TaskAtHand find(String taskId) {
    TaskAtHand task = look(taskId);
    if (!isOwn(task)) {
      throw Problem.forbidden("other-function", "该任务不属于您的部门职能和辖区，您只能查看，不能办理。");
    }
    return task;
  }

  /**
   * Whether the task is of the caller's own function and jurisdiction, or was given to the caller.
   */
  static boolean isOwn(TaskAtHand task) {
    boolean given =
        task.isMine()
            || task.caller().id().equals(task.task().getOwner())
            || task.onBehalfOf() != null;
    return task.caller().worksFor(task.task().getTenantId())
        && (given || !Collections.disjoint(task.groups(), task.caller().groups()));
  }

  /**
   * A task the caller may see.
   *
   * @throws Problem 401 for nobody, 404 when the caller may not see it or there is none, 409 when
   *     it is done
   */
  TaskAtHand look(String taskId) {
    Caller caller = caller();
    Task task = tasks.createTaskQuery().taskId(taskId).singleResult();
    if (task == null) {
      throw absent(taskId);
    }
    String onBehalfOf = deputies.absentOf(taskId, caller.id()).orElse(null);
    return new TaskAtHand(task, groups(taskId), file(task), caller, onBehalfOf);
  }

  /** Acts on one case wait for each other. */
  void lock(TaskAtHand task) {
    files.lock(task.file().receiptNo());
  }

  /** The functions and persons' groups the task is offered to. */
  Set<String> groups(String taskId) {
    return callers.asSystem(
        () ->
            tasks.getIdentityLinksForTask(taskId).stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
  }

  /** The case of a task, also where the task stands in a called process. */
  CaseRecord file(Task task) {
    ProcessInstance instance =
        callers.asSystem(
            () ->
                runtime
                    .createProcessInstanceQuery()
                    .processInstanceId(task.getProcessInstanceId())
                    .singleResult());
    if (instance == null || instance.getBusinessKey() == null) {
      throw Problem.notFound("unknown-case", "该任务不属于任何办件。");
    }
    return files
        .find(instance.getBusinessKey())
        .orElseThrow(() -> Problem.notFound("unknown-case", "该任务不属于任何办件。"));
  }

  private Problem absent(String taskId) {
    String[] places = caller().jurisdictions().toArray(String[]::new);
    boolean done =
        places.length > 0
            && callers.asSystem(
                () ->
                    history
                            .createHistoricTaskInstanceQuery()
                            .taskId(taskId)
                            .tenantIdIn(places)
                            .finished()
                            .count()
                        > 0);
    return done
        ? Problem.conflict("task-closed", "该任务已经办结，请刷新任务列表；您填写的内容没有提交。")
        : Problem.notFound("task-absent", "未找到该任务，或者任务已经办结，或者您无权查看。");
  }
}
