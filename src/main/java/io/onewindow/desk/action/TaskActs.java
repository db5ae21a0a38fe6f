package io.onewindow.desk.action;

import io.onewindow.problem.Problem;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The acts of officers on tasks. Each is done under the caller's own rights, in one transaction
 * with its record, and needs a reason.
 */
@Service
public class TaskActs {

  private final TasksAtHand tasks;
  private final List<ActHandler> handlers;

  TaskActs(TasksAtHand tasks, List<ActHandler> handlers) {
    this.tasks = tasks;
    this.handlers = handlers;
  }

  /**
   * Does what is asked with a task.
   *
   * @throws Problem 400 that names each wrong field, 401 for nobody, 403 for another function's
   *     task, 404 for none that the caller may see, 409 when the act is impossible as the task
   *     stands
   */
  @Transactional
  public void perform(String taskId, ActOrder order) {
    ActHandler handler = handler(order.action());
    tasks.lock(tasks.find(taskId));
    // whoever was faster has changed it
    TaskAtHand task = tasks.find(taskId);
    ActFields.reason(order.reason());
    String refusal = handler.refusal(task);
    if (refusal != null) {
      throw Problem.conflict("act-impossible", "不能" + handler.act().label() + "：" + refusal);
    }
    handler.perform(task, order);
  }

  /** Every act there is for a task, in the order of the screens. */
  List<ActHandler> handlers() {
    return handlers.stream().sorted(Comparator.comparing(ActHandler::act)).toList();
  }

  private ActHandler handler(String action) {
    return handlers.stream()
        .filter(one -> one.act().name().equals(action))
        .findFirst()
        .orElseThrow(() -> ActFields.wrong("action", "办理动作", "应为下列之一：" + known()));
  }

  private String known() {
    return String.join(
        "、",
        Arrays.stream(Act.values())
            .filter(act -> handlers.stream().anyMatch(one -> one.act() == act))
            .map(Act::name)
            .toList());
  }
}
