package io.onewindow.casefile;

import io.onewindow.calendar.WorkCalendar;
import io.onewindow.department.Departments;
import io.onewindow.promise.PromiseClock;
import io.onewindow.promise.StepClock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.springframework.stereotype.Component;

/** Puts a case file, its tasks and its clocks together for the caller. */
@Component
class CaseViews {

  private final CaseFile files;
  private final CaseTasks tasks;
  private final PromiseClock clocks;
  private final Departments departments;

  CaseViews(CaseFile files, CaseTasks tasks, PromiseClock clocks, Departments departments) {
    this.files = files;
    this.tasks = tasks;
    this.clocks = clocks;
    this.departments = departments;
  }

  CaseView of(CaseRecord file) {
    List<StepClock> all = clocks.all(files.instancesOf(file));
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
        tasks.of(file).stream().map(task -> step(file, task, all)).toList(),
        null);
  }

  private CaseView.StepView step(CaseRecord file, HistoricTaskInstance task, List<StepClock> all) {
    Instant began = task.getStartTime().toInstant();
    Optional<StepClock> clock =
        all.stream()
            .filter(c -> c.executionId().equals(task.getExecutionId()))
            .filter(c -> c.activityId().equals(task.getTaskDefinitionKey()))
            .filter(c -> c.stoppedAt() == null || !c.stoppedAt().isBefore(began))
            .findFirst();
    return new CaseView.StepView(
        clock.map(StepClock::step).orElse(null),
        task.getName(),
        departments.name(file.jurisdiction(), tasks.group(task)),
        task.getEndTime() != null,
        local(began),
        task.getEndTime() == null ? null : local(task.getEndTime().toInstant()),
        clock.map(CaseViews::clock).orElse(null));
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
        clock.isStatutoryProvisional(),
        clock.light());
  }

  static OffsetDateTime local(Instant instant) {
    return instant == null ? null : instant.atZone(WorkCalendar.ZONE).toOffsetDateTime();
  }
}
