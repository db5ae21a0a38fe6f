package io.onewindow.desk.action;

import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Passes a task on for good: to a colleague, or to the whole department. */
@Component
class TransferAct implements ActHandler {

  private final TaskService tasks;
  private final Colleagues colleagues;
  private final Signers signers;
  private final ActLog log;

  TransferAct(TaskService tasks, Colleagues colleagues, Signers signers, ActLog log) {
    this.tasks = tasks;
    this.colleagues = colleagues;
    this.signers = signers;
    this.log = log;
  }

  @Override
  public Act act() {
    return Act.TRANSFER;
  }

  @Override
  public String refusal(TaskAtHand task) {
    if (task.groups().isEmpty()) {
      return "任务没有所属部门，无从转办。";
    }
    return signers.unlessFinished(task);
  }

  /** Without a person the task goes to the whole department. */
  @Override
  public void perform(TaskAtHand task, ActOrder order) {
    String person = order.person() == null || order.person().isBlank() ? null : order.person();
    Task given = task.task();
    new ActFields()
        .expect(person == null || isColleague(task, person), "person", "转给", "应为同一职能、同一辖区的人员")
        .expect(person == null || !person.equals(given.getAssignee()), "person", "转给", "已是办理人")
        .expect(person != null || !task.isFree(), "person", "转给", "任务本来就在部门待办中，请选择一位人员")
        .check();
    String before = given.getAssignee();
    given.setAssignee(person);
    given.setOwner(null);
    given.setDelegationState(null);
    tasks.saveTask(given);
    log.write(
        Act.TRANSFER,
        task,
        before,
        person == null ? String.join("、", task.groups()) : person,
        order.reason());
  }

  private boolean isColleague(TaskAtHand task, String person) {
    return colleagues.worksIn(person, task.file().jurisdiction(), task.groups());
  }
}
