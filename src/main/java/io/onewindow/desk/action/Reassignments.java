package io.onewindow.desk.action;

import io.onewindow.department.StaffGroup;
import io.onewindow.engine.Caller;
import io.onewindow.engine.Callers;
import io.onewindow.problem.Problem;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.DelegationState;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A supervisor gives many tasks of the own jurisdictions to somebody else: all of them or none. */
@Service
public class Reassignments {

  /** As many as one transaction should move. */
  private static final int MOST = 500;

  private final TaskService tasks;
  private final TasksAtHand atHand;
  private final Colleagues colleagues;
  private final Callers callers;
  private final ActLog log;

  Reassignments(
      TaskService tasks, TasksAtHand atHand, Colleagues colleagues, Callers callers, ActLog log) {
    this.tasks = tasks;
    this.atHand = atHand;
    this.colleagues = colleagues;
    this.callers = callers;
    this.log = log;
  }

  /**
   * The tasks that are meant, the most urgent first.
   *
   * @throws Problem 400 when nothing says which, 403 for who is no supervisor
   */
  List<Task> meant(ReassignmentOrder order) {
    Caller supervisor = supervisor();
    TaskQuery query = tasks.createTaskQuery().orderByDueDate().asc();
    if (isGiven(order.from())) {
      query.taskAssignee(order.from());
    } else if (isGiven(order.fromGroup())) {
      query.taskCandidateGroup(order.fromGroup());
    } else if (order.tasks().isEmpty()) {
      throw ActFields.wrong("from", "原办理人", "请选择一位人员或一个部门，或者指明任务");
    }
    if (!order.tasks().isEmpty()) {
      query.taskIdIn(order.tasks().toArray(String[]::new));
    }
    return query.listPage(0, MOST).stream()
        .filter(task -> supervisor.worksFor(task.getTenantId()))
        .toList();
  }

  /**
   * Moves all of them or none.
   *
   * @return how many
   * @throws Problem 400 that names each wrong field, 403 for who is no supervisor, 404 when some of
   *     the named tasks are gone, 409 when the person may not do some of them
   */
  @Transactional
  public int reassign(ReassignmentOrder order) {
    ActFields.reason(order.reason());
    List<Task> meant = meant(order);
    if (meant.isEmpty() || meant.size() < order.tasks().size()) {
      throw Problem.notFound("tasks-absent", "所选任务中有的已经办结、已不在原办理人处，或不在您的辖区；请刷新后再选。");
    }
    List<Task> forbidden =
        isGiven(order.to())
            ? meant.stream().filter(task -> !mayDo(order.to(), task)).toList()
            : List.of();
    if (!forbidden.isEmpty()) {
      throw Problem.conflict(
          "not-colleague",
          "“"
              + order.to()
              + "”不是下列任务所属职能和辖区的人员，全部任务均未改派："
              + String.join("、", forbidden.stream().map(Task::getName).distinct().toList())
              + "。");
    }
    if (!isGiven(order.to()) && meant.stream().anyMatch(Reassignments::isPending)) {
      throw Problem.conflict("task-pending", "所选任务中有的正在委派或加签，不能退回部门待办；全部任务均未改派。");
    }
    meant.forEach(task -> reassign(task, order));
    return meant.size();
  }

  private static boolean isPending(Task task) {
    return task.getDelegationState() == DelegationState.PENDING;
  }

  private boolean mayDo(String person, Task task) {
    return colleagues.worksIn(person, task.getTenantId(), atHand.groups(task.getId()));
  }

  private void reassign(Task task, ReassignmentOrder order) {
    String before = task.getAssignee();
    String to = isGiven(order.to()) ? order.to() : null;
    callers.inOwnName(
        () -> {
          tasks.setAssignee(task.getId(), to);
          return null;
        });
    log.write(
        Act.REASSIGN,
        new TaskAtHand(task, Set.of(), atHand.file(task), supervisor(), null),
        before,
        to,
        order.reason().strip());
  }

  private Caller supervisor() {
    Caller caller = atHand.caller();
    if (!caller.groups().contains(StaffGroup.SUPERVISOR)) {
      throw Problem.forbidden("not-your-act", "批量改派须由督办人员办理。");
    }
    return caller;
  }

  private static boolean isGiven(String text) {
    return text != null && !text.isBlank();
  }
}
