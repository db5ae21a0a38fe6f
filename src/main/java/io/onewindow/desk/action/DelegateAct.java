package io.onewindow.desk.action;

import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Lends a task to a colleague: what the colleague submits comes back to who lent it. */
@Component
class DelegateAct implements ActHandler {

  private final TaskService tasks;
  private final Colleagues colleagues;
  private final Signers signers;
  private final ActLog log;

  DelegateAct(TaskService tasks, Colleagues colleagues, Signers signers, ActLog log) {
    this.tasks = tasks;
    this.colleagues = colleagues;
    this.signers = signers;
    this.log = log;
  }

  @Override
  public Act act() {
    return Act.DELEGATE;
  }

  @Override
  public String refusal(TaskAtHand task) {
    return task.groups().isEmpty() ? "任务没有所属部门，无从委派。" : signers.unlessFinished(task);
  }

  @Override
  public void perform(TaskAtHand task, ActOrder order) {
    boolean right =
        order.person() != null
            && !order.person().equals(task.caller().id())
            && colleagues.worksIn(order.person(), task.file().jurisdiction(), task.groups());
    new ActFields().expect(right, "person", "委派给", "应为同一职能、同一辖区的另一位人员").check();
    Task lent = task.task();
    lent.setOwner(task.caller().id());
    lent.setAssignee(task.caller().id());
    tasks.saveTask(lent);
    tasks.delegateTask(lent.getId(), order.person());
    log.write(Act.DELEGATE, task, task.caller().id(), order.person(), order.reason());
  }
}
