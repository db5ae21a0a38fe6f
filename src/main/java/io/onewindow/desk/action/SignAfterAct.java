package io.onewindow.desk.action;

import io.onewindow.department.StaffGroup;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Names who signs after the present officer; the last one completes the task. */
@Component
class SignAfterAct implements ActHandler {

  private static final int MOST = 5;

  private final TaskService tasks;
  private final SignerStore store;
  private final Signers signers;
  private final Colleagues colleagues;
  private final PersonalLists lists;
  private final ActLog log;

  SignAfterAct(
      TaskService tasks,
      SignerStore store,
      Signers signers,
      Colleagues colleagues,
      PersonalLists lists,
      ActLog log) {
    this.tasks = tasks;
    this.store = store;
    this.signers = signers;
    this.colleagues = colleagues;
    this.lists = lists;
    this.log = log;
  }

  @Override
  public Act act() {
    return Act.SIGN_AFTER;
  }

  @Override
  public String refusal(TaskAtHand task) {
    if (signers.isChain(task)) {
      return task.isMine() ? null : "正由 " + task.task().getAssignee() + " 签署。";
    }
    return ActHandler.unlessHeld(task);
  }

  @Override
  public void perform(TaskAtHand task, ActOrder order) {
    check(task, order.persons());
    Task signed = task.task();
    List<Signer> chain = store.of(signed.getId());
    int place = chain.size();
    if (chain.isEmpty()) {
      store.add(signed.getId(), place++, task.caller().id());
    }
    for (String person : order.persons()) {
      store.add(signed.getId(), place++, person);
      lists.ensureFor(person, task.groups());
    }
    signers.offer(signed);
    tasks.saveTask(signed);
    log.write(
        Act.SIGN_AFTER,
        task,
        task.caller().id(),
        String.join("、", order.persons()),
        order.reason());
  }

  private void check(TaskAtHand task, List<String> persons) {
    Set<String> may = new HashSet<>(task.groups());
    may.add(StaffGroup.LEADER);
    Set<String> known =
        colleagues.of(task.file().jurisdiction(), may).stream()
            .map(Colleague::id)
            .collect(Collectors.toSet());
    Set<String> there =
        store.of(task.task().getId()).stream()
            .filter(Signer::isWaiting)
            .map(Signer::person)
            .collect(Collectors.toSet());
    there.add(task.caller().id());
    new ActFields()
        .expect(
            !persons.isEmpty() && persons.size() <= MOST, "persons", "签署人", "应为 1 至 " + MOST + " 人")
        .expect(known.containsAll(persons), "persons", "签署人", "应为本辖区同一职能的人员或本机关负责人")
        .expect(
            new HashSet<>(persons).size() == persons.size()
                && persons.stream().noneMatch(there::contains),
            "persons",
            "签署人",
            "不能重复，也不能是您自己")
        .check();
  }
}
