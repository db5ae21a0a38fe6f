package io.onewindow.casefile.confidential;

import io.onewindow.casefile.CaseFile;
import io.onewindow.casefile.CaseRecord;
import io.onewindow.engine.Caller;
import io.onewindow.engine.Callers;
import io.onewindow.engine.ConfidentialVariable;
import io.onewindow.engine.EngineSettings;
import io.onewindow.problem.Problem;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Personal numbers of the case a task belongs to: masked for everybody, in full for a reason. */
@Component
class PersonalData {

  private static final int LONGEST_REASON = 200;

  private final TaskService tasks;
  private final RuntimeService runtime;
  private final CaseFile files;
  private final Callers callers;
  private final EngineSettings settings;
  private final ApplicationEventPublisher events;
  private final Clock time;

  PersonalData(
      TaskService tasks,
      RuntimeService runtime,
      CaseFile files,
      Callers callers,
      EngineSettings settings,
      ApplicationEventPublisher events,
      Clock time) {
    this.tasks = tasks;
    this.runtime = runtime;
    this.files = files;
    this.callers = callers;
    this.settings = settings;
    this.events = events;
    this.time = time;
  }

  /**
   * @param item name by which it is asked for in full
   * @param label what it is, in Chinese
   */
  record Masked(String item, String label, String value) {}

  /**
   * @throws Problem 404 when the caller may not see the task
   */
  List<Masked> masked(String taskId) {
    Map<String, Object> values = values(file(task(taskId)));
    return settings.confidentialVariables().stream()
        .filter(one -> values.get(one.name()) instanceof String)
        .map(
            one -> new Masked(one.name(), one.label(), one.masked((String) values.get(one.name()))))
        .toList();
  }

  /**
   * The value in full; that it was read is recorded with the reason.
   *
   * @throws Problem 400 without a reason, 404 when there is no such task or item for the caller
   */
  @Transactional
  public String inFull(String taskId, String item, String reason) {
    if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
      throw Problem.badRequest(
          "reason-missing", "请写明查看完整号码的理由，不超过 " + LONGEST_REASON + " 个字符，例如：电话告知补正。");
    }
    CaseRecord file = file(task(taskId));
    ConfidentialVariable wanted =
        settings.confidentialVariables().stream()
            .filter(one -> one.name().equals(item))
            .findFirst()
            .orElseThrow(PersonalData::absent);
    String value =
        Optional.ofNullable(values(file).get(item))
            .map(String.class::cast)
            .orElseThrow(PersonalData::absent);
    String reader = callers.current().map(Caller::id).orElseThrow(PersonalData::absent);
    events.publishEvent(
        new PersonalDataRead(file, reader, wanted.label(), reason.strip(), time.instant()));
    return value;
  }

  private static Problem absent() {
    return Problem.notFound("unknown-item", "本办件没有这一项。");
  }

  private Task task(String taskId) {
    return Optional.ofNullable(tasks.createTaskQuery().taskId(taskId).singleResult())
        .orElseThrow(() -> Problem.notFound("task-absent", "未找到该任务，或者任务已经办结，或者您无权查看。"));
  }

  /** Who may see a task may know whose case it is; a called process has not all of its values. */
  private Map<String, Object> values(CaseRecord file) {
    List<String> names =
        settings.confidentialVariables().stream().map(ConfidentialVariable::name).toList();
    return callers.asSystem(() -> runtime.getVariables(file.processInstanceId(), names));
  }

  /** A task may stand in a called process; it belongs to the case all the same. */
  private CaseRecord file(Task task) {
    String instance = task.getProcessInstanceId();
    return Optional.ofNullable(files.ofInstances(List.of(instance)).get(instance))
        .orElseThrow(() -> Problem.notFound("unknown-case", "该任务不属于任何办件。"));
  }
}
