package io.onewindow.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.onewindow.casefile.CaseFile;
import io.onewindow.engine.Caller;
import io.onewindow.engine.Callers;
import io.onewindow.engine.CompletionCheck;
import io.onewindow.problem.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Stands at every task: asks each decision anew, lets nobody complete a form that breaks its rules,
 * and notes who did the work.
 */
@Component
public class TaskDesk implements CompletionCheck {

  private final DeployedForms forms;
  private final List<TaskCheck> checks;
  private final Callers callers;

  TaskDesk(DeployedForms forms, List<TaskCheck> checks, Callers callers) {
    this.forms = forms;
    this.checks = checks;
    this.callers = callers;
  }

  /** A task that comes round again must not start with the decision of last time. */
  @EventListener(condition = "#task.eventName == 'create'")
  void created(DelegateTask task) {
    form(task)
        .findValues("key")
        .forEach(
            key -> {
              if (key.asText().endsWith("Decision")) {
                task.getExecution().removeVariable(key.asText());
              }
            });
  }

  @Override
  public void completing(DelegateTask task) {
    check(task);
    if (task.getAssignee() == null) {
      callers.current().map(Caller::id).ifPresent(task::setAssignee);
    }
  }

  /**
   * Checks what a task's form holds now, and whatever else must be in order before the task is
   * done.
   *
   * @throws Problem 400 that names each field that is wrong, 409 when something else is
   */
  public void check(DelegateTask task) {
    List<Problem.Field> refused = new ArrayList<>();
    refused.addAll(FormRules.violations(form(task), task::getVariable));
    checks.forEach(check -> refused.addAll(check.violations(task)));
    if (!refused.isEmpty()) {
      throw Problem.badFields(refused);
    }
  }

  /**
   * Keys of the fields that whoever does the task may fill in.
   *
   * @param task read with its form keys
   */
  public Set<String> fieldsOf(Task task) {
    Set<String> fields = new HashSet<>();
    if (task.getCamundaFormRef() != null) {
      JsonNode form = forms.form(task.getProcessDefinitionId(), task.getCamundaFormRef().getKey());
      form.findParents("key").stream()
          .filter(field -> !field.path("disabled").asBoolean())
          .forEach(field -> fields.add(field.path("key").asText()));
    }
    return fields;
  }

  /**
   * Checks the start form that opened the process.
   *
   * @return the fields that break the form's own rules, and those that are none of it: what is
   *     misspelt must not be lost without a word, and what the process decides must not be given
   */
  public List<Problem.Field> startFormViolations(DelegateExecution execution) {
    JsonNode form = startForm(execution);
    List<Problem.Field> refused =
        new ArrayList<>(FormRules.violations(form, execution::getVariable));
    // programs bring cases in by other ways than the form offers people; the case file judges them
    refused.removeIf(field -> field.key().equals(CaseFile.CHANNEL));
    Set<String> known = new HashSet<>(form.findValuesAsText("key"));
    known.addAll(CaseFile.GIVEN_AT_START);
    execution.getVariableNames().stream()
        .filter(name -> !known.contains(name))
        .sorted()
        .forEach(name -> refused.add(new Problem.Field(name, name, "不是本事项申请表的字段")));
    return refused;
  }

  /**
   * Checks what a calling service handed in by the names of the start form's fields; it may hand in
   * more than the form has.
   *
   * @return the fields that break the form's own rules
   */
  List<Problem.Field> handedInViolations(DelegateExecution execution) {
    List<Problem.Field> refused =
        new ArrayList<>(FormRules.violations(startForm(execution), execution::getVariable));
    refused.removeIf(field -> field.key().equals(CaseFile.CHANNEL));
    return refused;
  }

  private JsonNode startForm(DelegateExecution execution) {
    StartEvent start =
        execution.getBpmnModelInstance().getModelElementById(execution.getCurrentActivityId());
    return forms.form(execution.getProcessDefinitionId(), start.getCamundaFormRef());
  }

  /** The task's form, or a node without fields: a model that is not ours may have tasks without. */
  private JsonNode form(DelegateTask task) {
    UserTask element = task.getBpmnModelElementInstance();
    String form = element.getCamundaFormRef();
    return form == null
        ? MissingNode.getInstance()
        : forms.form(task.getProcessDefinitionId(), form);
  }
}
