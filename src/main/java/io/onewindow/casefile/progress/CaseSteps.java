package io.onewindow.casefile.progress;

import static io.onewindow.casefile.progress.ProgressView.Status.AHEAD;
import static io.onewindow.casefile.progress.ProgressView.Status.DONE;
import static io.onewindow.casefile.progress.ProgressView.Status.OPEN;

import io.onewindow.casefile.CaseRecord;
import io.onewindow.casefile.CaseTasks;
import io.onewindow.casefile.progress.ProgressView.Step;
import io.onewindow.department.Departments;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.springframework.stereotype.Component;

/**
 * The steps of a case as its applicant may see them: done and open by its history, and what is sure
 * to come by its model. What happens inside the house, such as supervision, is left out.
 */
@Component
class CaseSteps {

  private static final String COMPLETED = "completed";
  private static final String VERIFY_DUTY = "userTask_verifyDuty";
  private static final Set<String> INSIDE_THE_HOUSE = Set.of("supervisor", "leader");

  /**
   * A step and where it belongs.
   *
   * @param startedAt null for one that is ahead
   */
  record Placed(String activityId, Date startedAt, Step step) {}

  private final HistoryService history;
  private final CaseModels models;
  private final CaseTasks tasks;
  private final Departments departments;

  CaseSteps(HistoryService history, CaseModels models, CaseTasks tasks, Departments departments) {
    this.history = history;
    this.models = models;
    this.tasks = tasks;
    this.departments = departments;
  }

  List<Placed> of(CaseRecord file) {
    List<Placed> placed = new ArrayList<>();
    List<ModelWalk.Place> open = new ArrayList<>();
    for (HistoricTaskInstance task : tasks(file)) {
      UserTask element = models.element(task);
      boolean cancelled = task.getEndTime() != null && !COMPLETED.equals(task.getDeleteReason());
      if (cancelled || isInside(element)) {
        continue;
      }
      placed.add(new Placed(task.getTaskDefinitionKey(), task.getStartTime(), step(file, task)));
      if (task.getEndTime() == null && element != null) {
        open.add(models.place(task));
      }
    }
    ModelWalk.ahead(open, models::called).stream()
        .filter(element -> !isInside(element))
        .map(element -> new Placed(element.getId(), null, ahead(file, element)))
        .forEach(placed::add);
    return placed;
  }

  /** Of the case's own process and of those it calls; a follow-up of a rating is another matter. */
  private List<HistoricTaskInstance> tasks(CaseRecord file) {
    return history
        .createHistoricTaskInstanceQuery()
        .rootProcessInstanceId(file.processInstanceId())
        .list()
        .stream()
        .sorted(Comparator.comparing(HistoricTaskInstance::getStartTime))
        .toList();
  }

  private static boolean isInside(FlowNode element) {
    return element instanceof UserTask task
        && task.getCamundaCandidateGroupsList().stream().anyMatch(INSIDE_THE_HOUSE::contains);
  }

  private Step step(CaseRecord file, HistoricTaskInstance task) {
    UserTask element = models.element(task);
    Date end = task.getEndTime();
    return new Step(
        name(task),
        element == null ? null : department(file, tasks.group(task)),
        end == null ? OPEN : DONE,
        Moments.local(task.getStartTime()),
        Moments.local(end),
        end == null && waitsForApplicant(element));
  }

  /** Which duty it is, and until when, is what the applicant has to know of it. */
  private String name(HistoricTaskInstance task) {
    HistoricVariableInstance duty =
        task.getTaskDefinitionKey().equals(VERIFY_DUTY) && task.getDueDate() != null
            ? history
                .createHistoricVariableInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .variableName("dutyName")
                .singleResult()
            : null;
    return duty == null
        ? task.getName()
        : "%s：%s（%s 到期）"
            .formatted(
                task.getName(), duty.getValue(), Moments.local(task.getDueDate()).toLocalDate());
  }

  private Step ahead(CaseRecord file, FlowNode element) {
    return new Step(
        element.getName(),
        element instanceof UserTask task
            ? department(file, task.getCamundaCandidateGroups())
            : null,
        AHEAD,
        null,
        null,
        false);
  }

  /** Null where the model asks for the group only when the step begins. */
  private String department(CaseRecord file, String group) {
    if (group == null || group.isEmpty()) {
      return null;
    }
    if (!group.contains("${")) {
      return departments.name(file.jurisdiction(), group);
    }
    return departments.actingGroups(group, file.jurisdiction()).stream()
        .map(acting -> departments.name(file.jurisdiction(), acting))
        .findFirst()
        .orElse(null);
  }

  private static boolean waitsForApplicant(UserTask element) {
    return element != null
        && element.getExtensionElements() != null
        && element
            .getExtensionElements()
            .getElementsQuery()
            .filterByType(CamundaProperties.class)
            .list()
            .stream()
            .flatMap(properties -> properties.getCamundaProperties().stream())
            .anyMatch(
                property ->
                    "waitsFor".equals(property.getCamundaName())
                        && "applicant".equals(property.getCamundaValue()));
  }
}
