package io.onewindow.demo;

import io.onewindow.casefile.CaseFile;
import io.onewindow.casefile.Supplements;
import io.onewindow.casefile.rating.Ratings;
import io.onewindow.demo.Actors.Actor;
import io.onewindow.desk.action.TaskActs;
import io.onewindow.promise.ClockActs;
import io.onewindow.promise.PromiseClock;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Primary;

/** Does what people do and writes it down. */
@Primary
class RecordingDeeds extends Deeds {

  private final Score score;
  private final TaskService tasks;
  private final RepositoryService repository;

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
    this.tasks = tasks;
    this.repository = repository;
  }

  @Override
  String start(Actor clerk, String definitionId, Map<String, Object> form) {
    String receiptNo = super.start(clerk, definitionId, form);
    score.acts().add(new Score.Start(receiptNo, key(definitionId)));
    return receiptNo;
  }

  @Override
  void claim(Actor person, String taskId) {
    super.claim(person, taskId);
    Task task = tasks.createTaskQuery().taskId(taskId).singleResult();
    score.places().put(taskId, new Score.Place(process(task), task.getTaskDefinitionKey()));
    score.acts().add(new Score.Claim(receiptNo(task), taskId, person.id()));
  }

  private String process(Task task) {
    return key(task.getProcessDefinitionId());
  }

  private String key(String definitionId) {
    return repository.getProcessDefinition(definitionId).getKey();
  }

  private String receiptNo(Task task) {
    return (String) tasks.getVariable(task.getId(), "receiptNo");
  }

  @Override
  void complete(Actor person, String taskId, Map<String, Object> form) {
    Task task = tasks.createTaskQuery().taskId(taskId).singleResult();
    String receiptNo = receiptNo(task);
    super.complete(person, taskId, form);
    score.acts().add(new Score.Complete(receiptNo, taskId, form));
  }

  /** The applicant's own answer completes the window's task. */
  @Override
  void supplement(String receiptNo, String note) {
    Task task =
        tasks
            .createTaskQuery()
            .processInstanceBusinessKey(receiptNo)
            .taskDefinitionKey("userTask_recordSupplement")
            .singleResult();
    super.supplement(receiptNo, note);
    Score.Place place = new Score.Place(process(task), task.getTaskDefinitionKey());
    score.places().put(task.getId(), place);
    score.acts().add(new Score.Claim(receiptNo, task.getId(), "applicant"));
    score.acts().add(new Score.Complete(receiptNo, task.getId(), Map.of("supplementNote", note)));
  }
}
