package io.onewindow.casefile.material;

import io.onewindow.casefile.CaseAccess;
import io.onewindow.casefile.CaseRecord;
import io.onewindow.department.Departments;
import io.onewindow.department.StaffGroup;
import io.onewindow.engine.Caller;
import io.onewindow.engine.Callers;
import io.onewindow.problem.Problem;
import java.util.Set;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.springframework.stereotype.Component;

/**
 * Who may see and handle a case's materials: within the jurisdiction, the window, the supervisor,
 * the functions that the case's model gives work to, and whoever has or had a task of the case.
 * Administrators are none of these.
 */
@Component
class MaterialAccess {

  private static final String WINDOW = "window";
  private static final String SUPERVISOR = "supervisor";
  private static final String FUNCTION = "function";

  private final CaseAccess cases;
  private final CaseFunctions functions;
  private final Departments departments;
  private final Callers callers;
  private final TaskService tasks;
  private final HistoryService history;

  MaterialAccess(
      CaseAccess cases,
      CaseFunctions functions,
      Departments departments,
      Callers callers,
      TaskService tasks,
      HistoryService history) {
    this.cases = cases;
    this.functions = functions;
    this.departments = departments;
    this.callers = callers;
    this.tasks = tasks;
    this.history = history;
  }

  /**
   * @throws Problem 400 or 404 as {@link CaseAccess}, 403 for another function's case
   */
  CaseRecord toRead(String receiptNo) {
    CaseRecord file = cases.file(receiptNo);
    if (!mayRead(file)) {
      throw Problem.forbidden("not-your-case", "本办件的材料只对办理部门、受理窗口和督办人员开放。");
    }
    return file;
  }

  /**
   * @throws Problem as {@link #toRead}, and 403 for who may only read
   */
  CaseRecord toHandle(String receiptNo) {
    CaseRecord file = toRead(receiptNo);
    if (!mayHandle(file)) {
      throw Problem.forbidden("not-your-act", "材料由受理窗口和办理部门登记，您只能查看。");
    }
    return file;
  }

  boolean mayHandle(CaseRecord file) {
    Set<String> groups = caller().groups();
    Set<String> working = workingOn(file);
    return groups.contains(WINDOW)
        || departments.groups().stream()
            .filter(group -> group.kind().equals(FUNCTION))
            .map(StaffGroup::id)
            .anyMatch(function -> groups.contains(function) && working.contains(function));
  }

  private boolean mayRead(CaseRecord file) {
    Caller caller = caller();
    return caller.groups().contains(WINDOW)
        || caller.groups().contains(SUPERVISOR)
        || workingOn(file).stream().anyMatch(caller.groups()::contains)
        || seesATask(file, caller)
        || hadATask(file, caller);
  }

  /** Nobody any more once the case's history has been cleared. */
  private Set<String> workingOn(CaseRecord file) {
    return callers.asSystem(
        () -> {
          HistoricProcessInstance instance =
              history
                  .createHistoricProcessInstanceQuery()
                  .processInstanceId(file.processInstanceId())
                  .singleResult();
          return instance == null
              ? Set.of()
              : functions.of(instance.getProcessDefinitionId(), file.jurisdiction());
        });
  }

  /** An administrator sees every task and works on none. */
  private boolean seesATask(CaseRecord file, Caller caller) {
    return !caller.isAdministrator()
        && tasks.createTaskQuery().processInstanceBusinessKey(file.receiptNo()).count() > 0;
  }

  private boolean hadATask(CaseRecord file, Caller caller) {
    return callers.asSystem(
            () ->
                history
                    .createHistoricTaskInstanceQuery()
                    .processInstanceBusinessKey(file.receiptNo())
                    .taskAssignee(caller.id())
                    .count())
        > 0;
  }

  private Caller caller() {
    return callers.current().orElseThrow(() -> Problem.of(401, "login-required", "请先登录。"));
  }
}
