package io.onewindow.demo;

import io.onewindow.desk.TaskCheck;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.task.IdentityLink;

/**
 * A task that came into being while somebody played.
 *
 * @param process key of the process it stands in
 * @param task its element
 * @param groups functions it is offered to
 * @param assignee whom it belongs to already, null for nobody
 * @param dueAt null if it has no due date
 */
public record Work(
    String id,
    String process,
    String task,
    String receiptNo,
    String jurisdiction,
    String executionId,
    List<String> groups,
    String assignee,
    Instant createdAt,
    Instant dueAt) {

  public static Work of(DelegateTask task) {
    Date due = task.getDueDate();
    return new Work(
        task.getId(),
        TaskCheck.modelOf(task),
        task.getTaskDefinitionKey(),
        task.getExecution().getProcessBusinessKey(),
        task.getTenantId(),
        task.getExecutionId(),
        task.getCandidates().stream()
            .map(IdentityLink::getGroupId)
            .filter(group -> group != null)
            .sorted()
            .toList(),
        task.getAssignee(),
        task.getCreateTime().toInstant(),
        due == null ? null : due.toInstant());
  }
}
