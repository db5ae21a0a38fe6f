package io.onewindow.supervision.figures;

import io.onewindow.casefile.CaseAccess;
import io.onewindow.casefile.CaseFile;
import io.onewindow.casefile.CaseRecord;
import io.onewindow.department.StaffGroup;
import io.onewindow.desk.action.ActLog;
import io.onewindow.desk.action.ActRecord;
import io.onewindow.desk.action.ReassignmentOrder;
import io.onewindow.desk.action.Reassignments;
import io.onewindow.engine.Caller;
import io.onewindow.engine.Callers;
import io.onewindow.problem.Problem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a supervisor does with the cases of a list: all of them or none, each on record. Whoever is
 * asked gets a task of its own under the case's number; the case itself goes on meanwhile.
 */
@Service
class Supervise {

  /** How many were acted on. */
  record Done(int done) {}

  private static final String PROCESS = "supervise-by-hand";
  private static final int MOST = 200;
  private static final int SHORTEST = 2;
  private static final int LONGEST = 900;

  /** As a red light gives it. */
  private static final int URGENT = 100;

  private final Viewers viewers;
  private final CaseAccess access;
  private final CaseFile files;
  private final Reassignments reassignments;
  private final ActLog log;
  private final RuntimeService runtime;
  private final TaskService tasks;
  private final Callers callers;

  Supervise(
      Viewers viewers,
      CaseAccess access,
      CaseFile files,
      Reassignments reassignments,
      ActLog log,
      RuntimeService runtime,
      TaskService tasks,
      Callers callers) {
    this.viewers = viewers;
    this.access = access;
    this.files = files;
    this.reassignments = reassignments;
    this.log = log;
    this.runtime = runtime;
    this.tasks = tasks;
    this.callers = callers;
  }

  /**
   * @throws Problem 400 that names each wrong field, 403 for who is no supervisor, 404 for a case
   *     or task that the caller may not see, 409 for a case that is closed or that nobody holds
   */
  @Transactional
  public Done perform(SuperviseOrder order) {
    Caller caller = viewers.caller();
    SupervisoryAct act = SupervisoryAct.parse(order.action());
    if (act == SupervisoryAct.REASSIGN) {
      return new Done(
          reassignments.reassign(
              new ReassignmentOrder(null, null, order.tasks(), order.to(), order.reason())));
    }
    String reason = reason(order.reason());
    List<String> numbers = order.receiptNos().stream().distinct().sorted().toList();
    if (numbers.isEmpty() || numbers.size() > MOST) {
      throw wrong("receiptNos", "办件", "请选择 1 至 " + MOST + " 件办件");
    }
    numbers.forEach(number -> act(act, open(number), caller, reason));
    return new Done(numbers.size());
  }

  private static String reason(String given) {
    String reason = given == null ? "" : given.strip();
    if (reason.length() < SHORTEST || reason.length() > LONGEST) {
      throw wrong("reason", "督办要求", "应为 " + SHORTEST + " 至 " + LONGEST + " 个字，写明事由和要求");
    }
    return reason;
  }

  private static Problem wrong(String key, String label, String what) {
    return Problem.badFields(List.of(new Problem.Field(key, label, what)));
  }

  private CaseRecord open(String receiptNo) {
    CaseRecord file = access.file(receiptNo);
    files.lock(receiptNo);
    if (files.find(receiptNo).orElse(file).closedAt() != null) {
      throw Problem.conflict("case-closed", "办件 " + receiptNo + " 已经办结，不能再督办；全部办件均未处理。");
    }
    return file;
  }

  private void act(SupervisoryAct act, CaseRecord file, Caller caller, String reason) {
    List<Task> open = openTasks(file);
    Set<String> asked = act == SupervisoryAct.RAISE ? Set.of(StaffGroup.LEADER) : holders(open);
    if (asked.isEmpty()) {
      throw Problem.conflict("nobody-holds", "办件 " + file.receiptNo() + " 目前没有部门在办，无从督办；全部办件均未处理。");
    }
    asked.forEach(group -> ask(act, file, caller, group, reason));
    if (act == SupervisoryAct.SUPERVISE) {
      callers.asSystem(
          () -> {
            open.forEach(task -> tasks.setPriority(task.getId(), URGENT));
            return null;
          });
    }
    log.write(
        new ActRecord(
            null,
            act.act(),
            file.receiptNo(),
            file.jurisdiction(),
            file.processInstanceId(),
            null,
            null,
            null,
            caller.id(),
            null,
            null,
            String.join("、", asked),
            reason,
            null,
            null,
            null));
  }

  /** Without those of who watches over the case. */
  private List<Task> openTasks(CaseRecord file) {
    return callers.asSystem(
        () ->
            tasks.createTaskQuery().processInstanceBusinessKey(file.receiptNo()).list().stream()
                .filter(task -> !watches(task))
                .toList());
  }

  private static boolean watches(Task task) {
    return OpenCaseStore.SUPERVISION.stream()
        .anyMatch(key -> task.getProcessDefinitionId().startsWith(key + ":"));
  }

  private Set<String> holders(List<Task> open) {
    Set<String> groups = new TreeSet<>();
    for (Task task : open) {
      callers.asSystem(() -> tasks.getIdentityLinksForTask(task.getId())).stream()
          .map(IdentityLink::getGroupId)
          .filter(Objects::nonNull)
          .findFirst()
          .ifPresent(groups::add);
    }
    return groups;
  }

  /** Who supervises needs no right to start anything. */
  private void ask(
      SupervisoryAct act, CaseRecord file, Caller caller, String group, String reason) {
    Map<String, Object> variables = new HashMap<>();
    variables.put(CaseFile.RECEIPT_NO, file.receiptNo());
    variables.put(CaseFile.JURISDICTION, file.jurisdiction());
    variables.put("supervisedGroup", group);
    variables.put("supervisedSubject", file.subject());
    variables.put("supervisionKind", act.label());
    variables.put("supervisionFrom", caller.id());
    variables.put("supervisionQuestion", reason);
    callers.asSystem(
        () ->
            runtime
                .createProcessInstanceByKey(PROCESS)
                .processDefinitionWithoutTenantId()
                .businessKey(file.receiptNo())
                .setVariables(variables)
                .execute());
  }
}
