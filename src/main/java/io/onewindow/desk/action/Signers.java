package io.onewindow.desk.action;

import io.onewindow.desk.TaskDesk;
import io.onewindow.engine.Caller;
import io.onewindow.engine.Callers;
import io.onewindow.problem.Problem;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.task.DelegationState;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * A task that several people sign one after the other stands in Camunda as lent by the next signer
 * to the present one: whoever submits its form passes it on with everything typed, and only the
 * last one's submission completes it.
 */
@Component
class Signers {

  private static final String IN_ORDER = "按加签顺序签署";

  private final SignerStore store;
  private final TaskDesk desk;
  private final Callers callers;
  private final SigningLog log;
  private final Clock time;

  Signers(SignerStore store, TaskDesk desk, Callers callers, SigningLog log, Clock time) {
    this.store = store;
    this.desk = desk;
    this.callers = callers;
    this.log = log;
    this.time = time;
  }

  /** Whether somebody has still to sign the task. */
  boolean isChain(TaskAtHand task) {
    return current(task.task().getId()).isPresent();
  }

  /** Whose turn it is; empty for a task without a chain. */
  Optional<Signer> current(String taskId) {
    return store.of(taskId).stream().filter(Signer::isWaiting).findFirst();
  }

  /** Why a task may not be passed on otherwise: others hold it, or have still to sign it. */
  String unlessFinished(TaskAtHand task) {
    return isChain(task) ? "任务正在加签中，须先取消加签。" : ActHandler.unlessHeld(task);
  }

  /** Lets the first who has not signed sign, and names the next one as whom it goes to then. */
  void offer(Task task) {
    List<Signer> waiting = store.of(task.getId()).stream().filter(Signer::isWaiting).toList();
    boolean last = waiting.size() < 2;
    task.setAssignee(waiting.get(0).person());
    task.setOwner(last ? null : waiting.get(1).person());
    task.setDelegationState(last ? null : DelegationState.PENDING);
  }

  /** Submitting the form of a lent task is no assignment to the engine, only an update. */
  @EventListener(condition = "#task.eventName == 'assignment' || #task.eventName == 'update'")
  void assigned(DelegateTask task) {
    if (task.getAssignee() == null) {
      return;
    }
    List<Signer> waiting = store.of(task.getId()).stream().filter(Signer::isWaiting).toList();
    if (waiting.isEmpty() || waiting.get(0).person().equals(task.getAssignee())) {
      return;
    }
    boolean passedOn =
        waiting.size() > 1
            && waiting.get(1).person().equals(task.getAssignee())
            && ((Task) task).getDelegationState() == DelegationState.RESOLVED;
    if (passedOn) {
      sign(task, waiting.get(0));
      offer((Task) task);
    } else {
      store.replace(task.getId(), waiting.get(0).place(), task.getAssignee());
    }
  }

  @EventListener(condition = "#task.eventName == 'complete'")
  void completing(DelegateTask task) {
    if (((Task) task).getDelegationState() == DelegationState.PENDING) {
      throw Problem.conflict("task-pending", "任务正在委派或加签中，须交回或由最后一位签署人办结；请刷新后再试。");
    }
    Optional<Signer> last = current(task.getId());
    last.ifPresent(signer -> sign(task, signer));
    if (last.isEmpty()) {
      log.writeIfDeputy(task, callers.current().map(Caller::id).orElse(null));
    }
  }

  private void sign(DelegateTask task, Signer signer) {
    String caller = callers.current().map(Caller::id).orElse(signer.person());
    if (!caller.equals(signer.person())) {
      throw Problem.conflict("not-your-turn", "该任务须由 " + signer.person() + " 签署，您填写的内容没有提交。");
    }
    desk.check(task);
    store.signed(task.getId(), signer.place(), time.instant());
    log.write(Act.SIGN, task, signer.person(), IN_ORDER);
  }
}
