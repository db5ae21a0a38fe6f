package io.onewindow.desk.action;

import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Who lent a task takes it back before it is done. */
@Component
class TakeBackAct implements ActHandler {

  private final TaskService tasks;
  private final Signers signers;
  private final ActLog log;

  TakeBackAct(TaskService tasks, Signers signers, ActLog log) {
    this.tasks = tasks;
    this.signers = signers;
    this.log = log;
  }

  @Override
  public Act act() {
    return Act.TAKE_BACK;
  }

  @Override
  public String refusal(TaskAtHand task) {
    return task.isLentByMe() && !signers.isChain(task) ? null : "任务没有由您委派出去。";
  }

  @Override
  public void perform(TaskAtHand task, ActOrder order) {
    Task lent = task.task();
    String before = lent.getAssignee();
    lent.setAssignee(task.caller().id());
    lent.setDelegationState(null);
    lent.setOwner(null);
    tasks.saveTask(lent);
    log.write(Act.TAKE_BACK, task, before, task.caller().id(), order.reason());
  }
}
