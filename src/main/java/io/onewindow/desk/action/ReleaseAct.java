package io.onewindow.desk.action;

import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Whoever has a task gives it back to the whole department. */
@Component
class ReleaseAct implements ActHandler {

  private final TaskService tasks;
  private final ActLog log;

  ReleaseAct(TaskService tasks, ActLog log) {
    this.tasks = tasks;
    this.log = log;
  }

  @Override
  public Act act() {
    return Act.RELEASE;
  }

  @Override
  public String refusal(TaskAtHand task) {
    if (task.isFree()) {
      return "任务尚未认领。";
    }
    if (!task.isMine()) {
      return "任务由 " + task.task().getAssignee() + " 认领，只能由其本人释放。";
    }
    return task.groups().isEmpty() ? "任务没有所属部门，释放后将无人可办。" : ActHandler.unlessBack(task);
  }

  @Override
  public void perform(TaskAtHand task, ActOrder order) {
    Task given = task.task();
    given.setAssignee(null);
    tasks.saveTask(given);
    log.write(Act.RELEASE, task, task.caller().id(), null, order.reason());
  }
}
