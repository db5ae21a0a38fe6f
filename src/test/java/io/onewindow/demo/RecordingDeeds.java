package io.onewindow.demo;

import io.onewindow.casefile.CaseFile;
import io.onewindow.casefile.Supplements;
import io.onewindow.casefile.rating.Ratings;
import io.onewindow.demo.Actors.Actor;
import io.onewindow.desk.action.TaskActs;
import io.onewindow.promise.ClockActs;
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
  private final Map<String, String> services = new HashMap<>();
  private final Map<String, String> receipts = new HashMap<>();
  private final Map<String, String> supplements = new HashMap<>();

  RecordingDeeds(
      Score score,
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
  }

  @EventListener(condition = "#task.eventName == 'create'")
  void created(DelegateTask task) {
    String receiptNo = task.getExecution().getProcessBusinessKey();
    String element = task.getTaskDefinitionKey();
    String process = ((ExecutionEntity) task.getExecution()).getProcessDefinition().getKey();
    score.places().put(task.getId(), new Score.Place(process, element));
    receipts.put(task.getId(), receiptNo);
    if (element.equals("userTask_recordSupplement")) {
      supplements.put(receiptNo, task.getId());
    }
  }

  @Override
  Optional<String> startable(String service) {
    Optional<String> definition = super.startable(service);
    definition.ifPresent(id -> services.put(id, service));
    return definition;
  }

  @Override
  String start(Actor clerk, String definitionId, Map<String, Object> form) {
    String receiptNo = super.start(clerk, definitionId, form);
    score.acts().add(new Score.Start(receiptNo, services.get(definitionId)));
    return receiptNo;
  }

  @Override
  public void claim(Actor person, String taskId) {
    super.claim(person, taskId);
    score.acts().add(new Score.Claim(receipts.get(taskId), taskId, person.id()));
  }

  @Override
  public void complete(Actor person, String taskId, Map<String, Object> form) {
    super.complete(person, taskId, form);
    score.acts().add(new Score.Complete(receipts.get(taskId), taskId, form));
  }

  /** The applicant's own answer completes the window's task. */
  @Override
  public void supplement(String receiptNo, String note) {
    super.supplement(receiptNo, note);
    String task = supplements.get(receiptNo);
    score.acts().add(new Score.Claim(receiptNo, task, "applicant"));
    score.acts().add(new Score.Complete(receiptNo, task, Map.of("supplementNote", note)));
  }
}
