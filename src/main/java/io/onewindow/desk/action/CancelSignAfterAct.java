package io.onewindow.desk.action;

import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** The present signer decides that nobody signs afterwards. */
@Component
class CancelSignAfterAct implements ActHandler {

  private final TaskService tasks;
  private final SignerStore store;
  private final Signers signers;
  private final ActLog log;

  CancelSignAfterAct(TaskService tasks, SignerStore store, Signers signers, ActLog log) {
    this.tasks = tasks;
    this.store = store;
    this.signers = signers;
    this.log = log;
  }

  @Override
  public Act act() {
    return Act.CANCEL_SIGN_AFTER;
  }

  @Override
  public String refusal(TaskAtHand task) {
    boolean othersFollow =
        store.of(task.task().getId()).stream().filter(Signer::isWaiting).count() > 1;
    return task.isMine() && othersFollow ? null : "没有由您经手、尚未签署的后加签。";
  }

  @Override
  public void perform(TaskAtHand task, ActOrder order) {
    Task signed = task.task();
    Signer present = signers.current(signed.getId()).orElseThrow();
    // whoever alone is left signs by completing
    store.removeFrom(signed.getId(), present.place() == 0 ? 0 : present.place() + 1);
    signed.setOwner(null);
    signed.setDelegationState(null);
    tasks.saveTask(signed);
    log.write(Act.CANCEL_SIGN_AFTER, task, null, null, order.reason());
  }
}
