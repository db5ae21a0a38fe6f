package io.onewindow.desk.action;

import io.onewindow.problem.Problem;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;

/** An officer takes a task that nobody has. */
@Component
class ClaimAct implements ActHandler {

  private final TaskService tasks;
  private final ActLog log;

  ClaimAct(TaskService tasks, ActLog log) {
    this.tasks = tasks;
    this.log = log;
  }

  @Override
  public Act act() {
    return Act.CLAIM;
  }

  @Override
  public String refusal(TaskAtHand task) {
    if (task.isMine()) {
      return "任务已由您认领。";
    }
    return task.isFree() ? null : "任务已由 " + task.task().getAssignee() + " 认领。";
  }

  @Override
  public void perform(TaskAtHand task, ActOrder order) {
    try {
      tasks.claim(task.task().getId(), task.caller().id());
    } catch (TaskAlreadyClaimedException faster) {
      throw Problem.conflict("claimed-already", "该任务刚刚被他人认领，请刷新后再试。");
    }
    log.write(Act.CLAIM, task, null, task.caller().id(), order.reason());
  }
}
