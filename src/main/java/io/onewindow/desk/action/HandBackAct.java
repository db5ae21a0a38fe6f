package io.onewindow.desk.action;

import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;

/** Whom a task was lent to gives it back without a form. */
@Component
class HandBackAct implements ActHandler {

  private final TaskService tasks;
  private final Signers signers;
  private final ActLog log;

  HandBackAct(TaskService tasks, Signers signers, ActLog log) {
    this.tasks = tasks;
    this.signers = signers;
    this.log = log;
  }

  @Override
  public Act act() {
    return Act.HAND_BACK;
  }

  @Override
  public String refusal(TaskAtHand task) {
    boolean lentToMe = task.isPending() && task.isMine() && !signers.isChain(task);
    return lentToMe ? null : "任务不是别人委派给您的。";
  }

  @Override
  public void perform(TaskAtHand task, ActOrder order) {
    tasks.resolveTask(task.task().getId());
    log.write(Act.HAND_BACK, task, task.caller().id(), task.task().getOwner(), order.reason());
  }
}
