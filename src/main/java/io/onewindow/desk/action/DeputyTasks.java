package io.onewindow.desk.action;

import io.onewindow.engine.Callers;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Brings an absent person's tasks to the deputy: those that are there when the absence begins,
 * once; those that come later, when they are created or assigned. What the absent person had is
 * assigned to the deputy; what the absent person could have chosen from is offered to the deputy as
 * well. When the absence ends, what is not done goes back.
 */
@Component
class DeputyTasks {

  private static final String HANDED_OVER = "代办期内由代办人办理";
  private static final String HANDED_BACK = "代办结束，交还本人";

  private final DeputyStore store;
  private final TaskService tasks;
  private final RuntimeService runtime;
  private final Colleagues colleagues;
  private final PersonalLists lists;
  private final Callers callers;
  private final ActLog log;

  DeputyTasks(
      DeputyStore store,
      TaskService tasks,
      RuntimeService runtime,
      Colleagues colleagues,
      PersonalLists lists,
      Callers callers,
      ActLog log) {
    this.store = store;
    this.tasks = tasks;
    this.runtime = runtime;
    this.colleagues = colleagues;
    this.lists = lists;
    this.callers = callers;
    this.log = log;
  }

  /** The absence begins. */
  void handOver(Deputyship one) {
    lists.ensure(one.deputy());
    callers.asSystem(
        () -> {
          assignedTo(one.absent(), one.jurisdiction()).forEach(task -> assign(task, one));
          offeredTo(one).stream()
              .filter(task -> !one.deputy().equals(task.getAssignee()))
              .forEach(task -> offer(task.getId(), one));
          return null;
        });
  }

  private List<Task> assignedTo(String person, String jurisdiction) {
    return tasks.createTaskQuery().taskAssignee(person).tenantIdIn(jurisdiction).list();
  }

  private List<Task> offeredTo(Deputyship one) {
    Set<String> more = groupsOnlyOfAbsent(one);
    return more.isEmpty()
        ? List.of()
        : tasks
            .createTaskQuery()
            .tenantIdIn(one.jurisdiction())
            .taskCandidateGroupIn(List.copyOf(more))
            .includeAssignedTasks()
            .list();
  }

  private Set<String> groupsOnlyOfAbsent(Deputyship one) {
    Set<String> more = new HashSet<>(colleagues.groupsOf(one.absent()));
    more.removeAll(colleagues.groupsOf(one.deputy()));
    return more;
  }

  private void assign(Task task, Deputyship one) {
    store.got(one.id(), task.getId(), true);
    tasks.setAssignee(task.getId(), one.deputy());
    note(task.getId(), task, one, one.absent(), one.deputy(), HANDED_OVER);
  }

  private void offer(String taskId, Deputyship one) {
    store.got(one.id(), taskId, false);
    tasks.addCandidateUser(taskId, one.deputy());
  }

  /** The absence ends, as planned or because it was cancelled. */
  void handBack(Deputyship one) {
    callers.asSystem(
        () -> {
          store.tasks(one.id(), true).forEach(id -> giveBack(id, one));
          store.tasks(one.id(), false).stream()
              .filter(id -> open(id).isPresent())
              .forEach(id -> tasks.deleteCandidateUser(id, one.deputy()));
          return null;
        });
  }

  private void giveBack(String taskId, Deputyship one) {
    open(taskId)
        .filter(task -> one.deputy().equals(task.getAssignee()))
        .ifPresent(
            task -> {
              tasks.setAssignee(taskId, one.absent());
              note(taskId, task, one, one.deputy(), one.absent(), HANDED_BACK);
            });
  }

  private Optional<Task> open(String taskId) {
    return Optional.ofNullable(tasks.createTaskQuery().taskId(taskId).singleResult());
  }

  @EventListener(condition = "#task.eventName == 'create'")
  void created(DelegateTask task) {
    Set<String> groups =
        task.getCandidates().stream().map(IdentityLink::getGroupId).collect(Collectors.toSet());
    for (Deputyship one : inForce(task)) {
      if (!Collections.disjoint(groups, groupsOnlyOfAbsent(one))) {
        store.got(one.id(), task.getId(), false);
        task.addCandidateUser(one.deputy());
      }
    }
  }

  /**
   * Whoever is absent gets no task: it goes on to the deputy, and to the deputy's if need be. To
   * hand a task back is no assignment to the engine, only an update.
   */
  @EventListener(condition = "#task.eventName == 'assignment' || #task.eventName == 'update'")
  void assigned(DelegateTask task) {
    Set<String> passed = new HashSet<>();
    List<Deputyship> inForce = isTakenByOneself(task) ? List.of() : inForce(task);
    for (Optional<Deputyship> next = of(task, inForce);
        next.isPresent();
        next = of(task, inForce)) {
      Deputyship one = next.get();
      if (!passed.add(one.absent()) || passed.contains(one.deputy())) {
        return;
      }
      store.got(one.id(), task.getId(), true);
      task.setAssignee(one.deputy());
      note(task.getId(), (Task) task, one, one.absent(), one.deputy(), HANDED_OVER);
    }
  }

  /** Who claims or completes a task is there, whatever was planned. */
  private boolean isTakenByOneself(DelegateTask task) {
    String assignee = task.getAssignee();
    return assignee == null
        || callers.current().filter(caller -> caller.id().equals(assignee)).isPresent();
  }

  private List<Deputyship> inForce(DelegateTask task) {
    return task.getTenantId() == null ? List.of() : store.inForce(task.getTenantId());
  }

  private static Optional<Deputyship> of(DelegateTask task, List<Deputyship> inForce) {
    return inForce.stream().filter(one -> one.absent().equals(task.getAssignee())).findFirst();
  }

  private String receiptNo(Task task) {
    ProcessInstance instance =
        runtime
            .createProcessInstanceQuery()
            .processInstanceId(task.getProcessInstanceId())
            .singleResult();
    return instance == null ? null : instance.getBusinessKey();
  }

  private void note(
      String taskId, Task task, Deputyship one, String from, String to, String reason) {
    log.write(
        new ActRecord(
            null,
            Act.DEPUTY_TASK,
            receiptNo(task),
            one.jurisdiction(),
            task.getProcessInstanceId(),
            task.getTaskDefinitionKey(),
            taskId,
            task.getName(),
            null,
            null,
            from,
            to,
            reason,
            null,
            null,
            null));
  }
}
