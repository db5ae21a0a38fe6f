package io.onewindow.casefile;

import java.util.Comparator;
import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricIdentityLinkLog;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.stereotype.Component;

/** The tasks a case ever had, those in the processes it calls included. */
@Component
public class CaseTasks {

  private final HistoryService history;
  private final RepositoryService repository;

  CaseTasks(HistoryService history, RepositoryService repository) {
    this.history = history;
    this.repository = repository;
  }

  /** Every task of the case, in the order they began. */
  public List<HistoricTaskInstance> of(CaseRecord file) {
    return history
        .createHistoricTaskInstanceQuery()
        .processInstanceBusinessKey(file.receiptNo())
        .list()
        .stream()
        .sorted(
            Comparator.comparing(HistoricTaskInstance::getStartTime)
                .thenComparing(
                    HistoricTaskInstance::getEndTime,
                    Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(HistoricTaskInstance::getName))
        .toList();
  }

  /**
   * Whose task it was: the group the model names, or, where the model asks for it, the one that was
   * answered; empty when none was.
   */
  public String group(HistoricTaskInstance task) {
    String group = element(task).getCamundaCandidateGroups();
    return group != null && !group.contains("${") ? group : recorded(task);
  }

  private String recorded(HistoricTaskInstance task) {
    return history.createHistoricIdentityLinkLogQuery().taskId(task.getId()).list().stream()
        .map(HistoricIdentityLinkLog::getGroupId)
        .filter(group -> group != null)
        .findFirst()
        .orElse("");
  }

  /** The task's element in the model it ran by. */
  public UserTask element(HistoricTaskInstance task) {
    return repository
        .getBpmnModelInstance(task.getProcessDefinitionId())
        .getModelElementById(task.getTaskDefinitionKey());
  }
}
