package io.onewindow.casefile;

import io.onewindow.calendar.WorkCalendar;
import io.onewindow.department.Departments;
import io.onewindow.promise.PromiseClock;
import io.onewindow.promise.StepClock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.stereotype.Component;

/** Puts a case file, its tasks and its clocks together for the caller. */
@Component
class CaseViews {

  private final HistoryService history;
  private final RepositoryService repository;
  private final PromiseClock clocks;
  private final Departments departments;

  CaseViews(
      HistoryService history,
      RepositoryService repository,
      PromiseClock clocks,
      Departments departments) {
    this.history = history;
    this.repository = repository;
    this.clocks = clocks;
    this.departments = departments;
  }

  CaseView of(CaseRecord file) {
    List<StepClock> all = clocks.all(file.processInstanceId());
    return new CaseView(
        file.receiptNo(),
        file.service(),
        file.jurisdiction(),
        file.state().name(),
        file.state().label(),
        MaskedName.of(file.applicantName()),
        file.subject(),
        local(file.receivedAt()),
        local(file.acceptedAt()),
        local(file.closedAt()),
        all.stream()
            .filter(clock -> clock.step().equals("case"))
            .findFirst()
            .map(CaseViews::clock)
            .orElse(null),
        steps(file, all));
  }

  private List<CaseView.StepView> steps(CaseRecord file, List<StepClock> all) {
    List<HistoricActivityInstance> tasks =
        history
            .createHistoricActivityInstanceQuery()
            .processInstanceId(file.processInstanceId())
            .activityType("userTask")
            .list();
    tasks.sort(Comparator.comparing(HistoricActivityInstance::getStartTime));
    return tasks.stream().map(task -> step(file, task, all)).toList();
  }

  private CaseView.StepView step(
      CaseRecord file, HistoricActivityInstance task, List<StepClock> all) {
    Instant began = task.getStartTime().toInstant();
    Optional<StepClock> clock =
        all.stream()
            .filter(c -> c.activityId().equals(task.getActivityId()))
            .filter(c -> c.stoppedAt() == null || !c.stoppedAt().isBefore(began))
            .findFirst();
    return new CaseView.StepView(
        clock.map(StepClock::step).orElse(null),
        task.getActivityName(),
        departments.name(file.jurisdiction(), group(task)),
        task.getEndTime() != null,
        local(began),
        task.getEndTime() == null ? null : local(task.getEndTime().toInstant()),
        clock.map(CaseViews::clock).orElse(null));
  }

  private String group(HistoricActivityInstance task) {
    BpmnModelInstance model = repository.getBpmnModelInstance(task.getProcessDefinitionId());
    UserTask element = model.getModelElementById(task.getActivityId());
    return element.getCamundaCandidateGroups();
  }

  private static CaseView.ClockView clock(StepClock clock) {
    return new CaseView.ClockView(
        clock.basis().label(),
        clock.promiseId(),
        clock.value(),
        clock.unit(),
        local(clock.startedAt()),
        local(clock.dueAt()),
        local(clock.statutoryDueAt()),
        clock.provisional(),
        clock.light());
  }

  static OffsetDateTime local(Instant instant) {
    return instant == null ? null : instant.atZone(WorkCalendar.ZONE).toOffsetDateTime();
  }
}
