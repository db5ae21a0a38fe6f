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
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.springframework.context.annotation.Primary;
import org.springframework.context.event.EventListener;

/** Does what people do and writes it down, without a query of its own that would be counted. */
@Primary
class RecordingDeeds extends Deeds {

  private final Score score;
  private final Effort effort;
  private final Map<String, String> services = new HashMap<>();
  private final Map<String, String> receipts = new HashMap<>();
  private final Map<String, String> supplements = new HashMap<>();

  RecordingDeeds(
      Score score,
      Effort effort,
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
    super(actors, forms, tasks, repository, acts, clocks, clockActs, supplements, ratings, files);
    this.score = score;
    this.effort = effort;
  }

  @EventListener(condition = "#task.eventName == 'create'")
  void created(DelegateTask task) {
    String receiptNo = task.getExecution().getProcessBusinessKey();
    String element = task.getTaskDefinitionKey();
    String process = ((ExecutionEntity) task.getExecution()).getProcessDefinition().getKey();
    score.places().put(task.getId(), new Score.Place(process, element));
    receipts.put(task.getId(), receiptNo);
    score.receipts().put(task.getProcessInstanceId(), receiptNo);
    if (element.equals("userTask_recordSupplement")) {
      supplements.put(receiptNo, task.getId());
    }
  }

  @Override
  Optional<String> startable(String service) {
    Optional<String> definition = effort.of(() -> super.startable(service));
    definition.ifPresent(id -> services.put(id, service));
    score.acts().add(new Score.Seek(service));
    return definition;
  }

  @Override
  public boolean isInListOf(Actor person, String taskId) {
    score.acts().add(new Score.Look(receipts.get(taskId), taskId, false));
    return effort.of(() -> super.isInListOf(person, taskId));
  }

  @Override
  public boolean exists(String taskId) {
    score.acts().add(new Score.Look(receipts.get(taskId), taskId, false));
    return effort.of(() -> super.exists(taskId));
  }

  @Override
  public Map<String, Object> shown(Actor person, String taskId) {
    score.acts().add(new Score.Look(receipts.get(taskId), taskId, true));
    return effort.of(() -> super.shown(person, taskId));
  }

  @Override
  String start(Actor clerk, String definitionId, Map<String, Object> form) {
    String receiptNo = effort.of(() -> super.start(clerk, definitionId, form));
    score.acts().add(new Score.Start(receiptNo, services.get(definitionId)));
    return receiptNo;
  }

  @Override
  public void claim(Actor person, String taskId) {
    effort.of(() -> super.claim(person, taskId));
    score.acts().add(new Score.Claim(receipts.get(taskId), taskId, person.id()));
  }

  @Override
  public void complete(Actor person, String taskId, Map<String, Object> form) {
    effort.of(() -> super.complete(person, taskId, form));
    score.acts().add(new Score.Complete(receipts.get(taskId), taskId, form));
  }

  /** The applicant's own answer completes the window's task. */
  @Override
  public void supplement(String receiptNo, String note) {
    effort.of(() -> super.supplement(receiptNo, note));
    String task = supplements.get(receiptNo);
    score.acts().add(new Score.Claim(receiptNo, task, "applicant"));
    score.acts().add(new Score.Complete(receiptNo, task, Map.of("supplementNote", note)));
  }

  @Override
  public void act(Actor person, String taskId, ActOrder order) {
    effort.of(() -> super.act(person, taskId, order));
  }

  @Override
  Runnable pause(Actor person, Work work, PauseKind kind, String noticeNo, String reason) {
    Runnable resumed = effort.of(() -> super.pause(person, work, kind, noticeNo, reason));
    return () -> effort.of(resumed);
  }

  @Override
  public void rate(String receiptNo, int grade, String remark) {
    effort.of(() -> super.rate(receiptNo, grade, remark));
  }
}
