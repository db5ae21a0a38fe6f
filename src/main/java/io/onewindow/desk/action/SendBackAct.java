package io.onewindow.desk.action;

import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** A signer gives the task back to the signer before; what they submitted stays. */
@Component
class SendBackAct implements ActHandler {

  private final TaskService tasks;
  private final SignerStore store;
  private final Signers signers;
  private final ActLog log;

  SendBackAct(TaskService tasks, SignerStore store, Signers signers, ActLog log) {
    this.tasks = tasks;
    this.store = store;
    this.signers = signers;
    this.log = log;
  }

  @Override
  public Act act() {
    return Act.SEND_BACK;
  }

  @Override
  public String refusal(TaskAtHand task) {
    boolean hasPrevious =
        signers.current(task.task().getId()).filter(one -> one.place() > 0).isPresent();
    return task.isMine() && hasPrevious ? null : "没有先于您签署的人。";
  }

  @Override
  public void perform(TaskAtHand task, ActOrder order) {
    Task signed = task.task();
    Signer present = signers.current(signed.getId()).orElseThrow();
    store.signed(signed.getId(), present.place() - 1, null);
    signers.offer(signed);
    tasks.saveTask(signed);
    log.write(Act.SEND_BACK, task, task.caller().id(), signed.getAssignee(), order.reason());
  }
}
