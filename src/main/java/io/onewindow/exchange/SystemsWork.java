package io.onewindow.exchange;

import io.onewindow.desk.TaskDesk;
import io.onewindow.engine.Callers;
import io.onewindow.exchange.Parcel.Kind;
import io.onewindow.problem.Problem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/**
 * Does a task for the department's system that says it is done: with the rights of that department,
 * and held to the same form as its people.
 */
@Component
class SystemsWork {

  private final TaskService tasks;
  private final TaskDesk desk;
  private final Callers callers;

  SystemsWork(TaskService tasks, TaskDesk desk, Callers callers) {
    this.tasks = tasks;
    this.desk = desk;
    this.callers = callers;
  }

  /** Whether there is anything left to do. What was handed over needs no task. */
  boolean isOpen(Parcel parcel) {
    return parcel.kind() == Kind.HAND_OVER || task(parcel) != null;
  }

  /**
   * @throws Problem 400 that names each field that is wrong
   */
  void done(DepartmentSystem system, Parcel parcel, Map<String, Object> fields) {
    Task task = parcel.kind() == Kind.STEP ? task(parcel) : null;
    Set<String> known = task == null ? Set.of() : desk.fieldsOf(task);
    List<Problem.Field> unknown =
        fields.keySet().stream()
            .filter(key -> !known.contains(key))
            .sorted()
            .map(key -> new Problem.Field(key, key, "不是该环节表单的字段"))
            .toList();
    if (!unknown.isEmpty()) {
      throw Problem.badFields(unknown);
    }
    if (task != null) {
      callers.as(
          system.caller(),
          () -> {
            tasks.complete(task.getId(), new HashMap<>(fields));
            return null;
          });
    }
  }

  private Task task(Parcel parcel) {
    return callers.asSystem(
        () -> tasks.createTaskQuery().taskId(parcel.taskId()).initializeFormKeys().singleResult());
  }
}
