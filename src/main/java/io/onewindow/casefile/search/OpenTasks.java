package io.onewindow.casefile.search;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.onewindow.calendar.WorkCalendar;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** What is open in many cases, with two queries; a case's tasks may stand in called processes. */
@Component
class OpenTasks {

  private static final Comparator<Task> MOST_URGENT_FIRST =
      Comparator.comparing(Task::getDueDate, Comparator.nullsLast(Comparator.<Date>naturalOrder()));

  private final TaskService tasks;
  private final RuntimeService runtime;

  OpenTasks(TaskService tasks, RuntimeService runtime) {
    this.tasks = tasks;
    this.runtime = runtime;
  }

  /** By receipt number; a case without open tasks is left out. */
  Map<String, List<SearchPage.OpenTask>> of(Collection<String> receiptNos) {
    List<Task> open =
        tasks
            .createTaskQuery()
            .processInstanceBusinessKeyIn(receiptNos.toArray(String[]::new))
            .list();
    Set<String> instances = open.stream().map(Task::getProcessInstanceId).collect(toSet());
    if (instances.isEmpty()) {
      return Map.of();
    }
    Map<String, String> receiptNoOf =
        runtime.createProcessInstanceQuery().processInstanceIds(instances).list().stream()
            .collect(toMap(ProcessInstance::getId, ProcessInstance::getBusinessKey));
    return open.stream()
        // a task may have been completed between the two questions
        .filter(task -> receiptNoOf.containsKey(task.getProcessInstanceId()))
        .sorted(MOST_URGENT_FIRST)
        .collect(
            groupingBy(
                task -> receiptNoOf.get(task.getProcessInstanceId()),
                mapping(OpenTasks::shown, toList())));
  }

  private static SearchPage.OpenTask shown(Task task) {
    Date due = task.getDueDate();
    return new SearchPage.OpenTask(
        task.getId(),
        task.getName(),
        due == null ? null : due.toInstant().atZone(WorkCalendar.ZONE).toOffsetDateTime());
  }
}
