package io.onewindow.supervision;

import io.onewindow.casefile.CaseRecord;
import io.onewindow.casefile.CaseTasks;
import io.onewindow.department.Departments;
import io.onewindow.supervision.Party.Kind;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.springframework.stereotype.Component;

/**
 * The tasks a case ever had and whose they were. A task that waits for the applicant says so in its
 * model: the property {@code waitsFor} is {@code applicant}.
 */
@Component
class CaseWork {

  private static final String WINDOW = "window";

  /** Processes in which those who supervise, or answer them, have their tasks. */
  private static final Set<String> SUPERVISION = Set.of("supervise-overdue", "supervise-by-hand");

  private final HistoryService history;
  private final CaseTasks tasks;
  private final Departments departments;

  CaseWork(HistoryService history, CaseTasks tasks, Departments departments) {
    this.history = history;
    this.tasks = tasks;
    this.departments = departments;
  }

  /** Every task of the case, in the order they began. */
  List<Work> all(CaseRecord file) {
    return tasks.of(file).stream().map(task -> work(file, task)).toList();
  }

  /** The tasks that moved the case on: who only watches and asks for reasons takes no time. */
  List<Work> onTheCase(CaseRecord file) {
    return tasks.of(file).stream()
        .filter(task -> !SUPERVISION.contains(task.getProcessDefinitionKey()))
        .map(task -> work(file, task))
        .toList();
  }

  /** When the process ended, empty while it runs or when its history is gone. */
  Optional<Instant> ended(CaseRecord file) {
    return Optional.ofNullable(
            history
                .createHistoricProcessInstanceQuery()
                .processInstanceId(file.processInstanceId())
                .singleResult())
        .map(instance -> instant(instance.getEndTime()));
  }

  private Work work(CaseRecord file, HistoricTaskInstance task) {
    String group = tasks.group(task);
    String department = departments.name(file.jurisdiction(), group);
    Kind kind = WINDOW.equals(group) ? Kind.WINDOW : Kind.DEPARTMENT;
    return new Work(
        task.getName(),
        department,
        waitsForApplicant(task) ? Party.the(Kind.APPLICANT) : new Party(kind, department),
        instant(task.getStartTime()),
        instant(task.getEndTime()));
  }

  private boolean waitsForApplicant(HistoricTaskInstance task) {
    return Stream.ofNullable(tasks.element(task).getExtensionElements())
        .flatMap(
            more -> more.getElementsQuery().filterByType(CamundaProperties.class).list().stream())
        .flatMap(properties -> properties.getCamundaProperties().stream())
        .anyMatch(
            property ->
                "waitsFor".equals(property.getCamundaName())
                    && "applicant".equals(property.getCamundaValue()));
  }

  private static Instant instant(Date date) {
    return date == null ? null : date.toInstant();
  }
}
