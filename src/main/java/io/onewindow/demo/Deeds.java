package io.onewindow.demo;

import io.onewindow.casefile.CaseFile;
import io.onewindow.casefile.Supplements;
import io.onewindow.casefile.rating.Ratings;
import io.onewindow.demo.Actors.Actor;
import io.onewindow.desk.action.ActOrder;
import io.onewindow.desk.action.TaskActs;
import io.onewindow.promise.ClockActs;
import io.onewindow.promise.PauseKind;
import io.onewindow.promise.PromiseClock;
import io.onewindow.promise.StepClock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What people do on the screens, by the same calls as the screens make and under their rights. */
@Component
@Profile("demo")
public class Deeds {

  private final Actors actors;
  private final FormService forms;
  private final TaskService tasks;
  private final RepositoryService repository;
  private final TaskActs acts;
  private final PromiseClock clocks;
  private final ClockActs clockActs;
  private final Supplements supplements;
  private final Ratings ratings;
  private final CaseFile files;

  Deeds(
      Actors actors,
      FormService forms,
      TaskService tasks,
      RepositoryService repository,
      TaskActs acts,
      PromiseClock clocks,
      ClockActs clockActs,
      Supplements supplements,
      Ratings ratings,
      CaseFile files) {
    this.actors = actors;
    this.forms = forms;
    this.tasks = tasks;
    this.repository = repository;
    this.acts = acts;
    this.clocks = clocks;
    this.clockActs = clockActs;
    this.supplements = supplements;
    this.ratings = ratings;
    this.files = files;
  }

  /** Whether a new case of the service can be started. */
  Optional<String> startable(String service) {
    return repository
        .createProcessDefinitionQuery()
        .processDefinitionKey(service)
        .withoutTenantId()
        .latestVersion()
        .startableInTasklist()
        .list()
        .stream()
        .map(definition -> definition.getId())
        .findFirst();
  }

  /** Submits a start form; answers the new case's receipt number. */
  String start(Actor clerk, String definitionId, Map<String, Object> form) {
    return actors.as(clerk, () -> forms.submitStartForm(definitionId, form).getBusinessKey());
  }

  /** Whether the task is still there and stands in the person's list. */
  public boolean isInListOf(Actor person, String taskId) {
    return actors.as(person, () -> tasks.createTaskQuery().taskId(taskId).count() == 1);
  }

  public boolean exists(String taskId) {
    return tasks.createTaskQuery().taskId(taskId).count() == 1;
  }

  public void claim(Actor person, String taskId) {
    actors.as(
        person,
        () -> {
          tasks.claim(taskId, person.id());
          return taskId;
        });
  }

  /** What the person's form shows of the case. */
  public Map<String, Object> shown(Actor person, String taskId) {
    return actors.as(person, () -> forms.getTaskFormVariables(taskId));
  }

  public void complete(Actor person, String taskId, Map<String, Object> form) {
    actors.as(
        person,
        () -> {
          forms.submitTaskForm(taskId, form);
          return taskId;
        });
  }

  public void act(Actor person, String taskId, ActOrder order) {
    actors.as(
        person,
        () -> {
          acts.perform(taskId, order);
          return taskId;
        });
  }

  /** Stops the clocks of the case; what is answered lets them run again. */
  Runnable pause(Actor person, Work work, PauseKind kind, String noticeNo, String reason) {
    String service =
        clocks.runningAt(List.of(work.executionId())).stream()
            .map(StepClock::processInstanceId)
            .findFirst()
            .orElseThrow();
    String pause = actors.as(person, () -> clockActs.pause(service, kind, noticeNo, reason));
    return () ->
        actors.as(
            person,
            () -> {
              clockActs.resume(service, pause);
              return pause;
            });
  }

  /** The applicant answers the one-time notice on the progress page. */
  public void supplement(String receiptNo, String note) {
    supplements.byApplicant(receiptNo, note);
  }

  /** The applicant rates on the progress page. */
  public void rate(String receiptNo, int grade, String remark) {
    files.find(receiptNo).ifPresent(file -> ratings.rate(file, grade, remark));
  }
}
