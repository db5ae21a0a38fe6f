package io.onewindow.supervision.figures;

import static java.util.stream.Collectors.groupingBy;

import io.onewindow.engine.Callers;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.springframework.stereotype.Component;

/** Why limits passed, as those who supervise recorded it. */
@Component
class Reasons {

  /**
   * What was recorded of one limit.
   *
   * @param reason null while nobody recorded it
   * @param by user id of who recorded it; null while nobody has
   * @param raised whether it went to the head of the authority
   */
  record Reason(String reason, String correctiveAction, String by, Instant at, boolean raised) {}

  private static final String ABOVE = "userTask_superviseAbove";
  private static final String STEP = "overdueStep";
  private static final String REASON = "overdueReason";
  private static final String ACTION = "correctiveAction";

  /** Stands for the case as a whole. */
  static final String WHOLE = "";

  private final HistoryService history;
  private final Callers callers;

  Reasons(HistoryService history, Callers callers) {
    this.history = history;
    this.callers = callers;
  }

  /**
   * By receipt number and step of the limit, or {@link #WHOLE} for what was asked of the case; the
   * last where there are several.
   */
  Map<List<String>, Reason> of(Collection<String> receiptNos) {
    return receiptNos.isEmpty() ? Map.of() : callers.asSystem(() -> read(receiptNos));
  }

  private Map<List<String>, Reason> read(Collection<String> receiptNos) {
    String[] numbers = receiptNos.stream().distinct().toArray(String[]::new);
    List<HistoricProcessInstance> supervised =
        history
            .createHistoricProcessInstanceQuery()
            .processInstanceBusinessKeyIn(numbers)
            .processDefinitionKeyIn(OpenCaseStore.SUPERVISION.toArray(String[]::new))
            .orderByProcessInstanceStartTime()
            .asc()
            .list();
    if (supervised.isEmpty()) {
      return Map.of();
    }
    Map<String, List<HistoricVariableInstance>> variables =
        history
            .createHistoricVariableInstanceQuery()
            .processInstanceIdIn(
                supervised.stream().map(HistoricProcessInstance::getId).toArray(String[]::new))
            .variableNameIn(STEP, REASON, ACTION)
            .list()
            .stream()
            .collect(groupingBy(HistoricVariableInstance::getProcessInstanceId));
    Map<String, List<HistoricTaskInstance>> tasks =
        history
            .createHistoricTaskInstanceQuery()
            .processInstanceBusinessKeyIn(numbers)
            .list()
            .stream()
            .collect(groupingBy(HistoricTaskInstance::getProcessInstanceId));
    Map<List<String>, Reason> reasons = new HashMap<>();
    for (HistoricProcessInstance one : supervised) {
      List<HistoricVariableInstance> own = variables.getOrDefault(one.getId(), List.of());
      steps(own)
          .forEach(
              step ->
                  reasons.merge(
                      List.of(one.getBusinessKey(), step),
                      reason(own, tasks.getOrDefault(one.getId(), List.of())),
                      Reasons::told));
    }
    return reasons;
  }

  /** A question that is not answered yet does not take the place of an answer. */
  private static Reason told(Reason before, Reason next) {
    return next.reason() == null && before.reason() != null ? before : next;
  }

  /** What a supervisor asked by hand is about the case, not one of its limits. */
  private static List<String> steps(List<HistoricVariableInstance> variables) {
    List<String> steps = text(variables, STEP);
    return steps.isEmpty() ? List.of(WHOLE) : steps;
  }

  private static Reason reason(
      List<HistoricVariableInstance> variables, List<HistoricTaskInstance> tasks) {
    HistoricTaskInstance done =
        tasks.stream()
            .filter(task -> "completed".equals(task.getDeleteReason()))
            .findFirst()
            .orElse(null);
    return new Reason(
        joined(variables, REASON),
        joined(variables, ACTION),
        done == null ? null : done.getAssignee(),
        done == null ? null : done.getEndTime().toInstant(),
        tasks.stream().anyMatch(task -> ABOVE.equals(task.getTaskDefinitionKey())));
  }

  private static String joined(List<HistoricVariableInstance> variables, String name) {
    String words = String.join("；", text(variables, name));
    return words.isEmpty() ? null : words;
  }

  private static List<String> text(List<HistoricVariableInstance> variables, String name) {
    return variables.stream()
        .filter(one -> one.getName().equals(name))
        .map(HistoricVariableInstance::getValue)
        .filter(value -> value instanceof String words && !words.isBlank())
        .map(String.class::cast)
        .distinct()
        .toList();
  }
}
