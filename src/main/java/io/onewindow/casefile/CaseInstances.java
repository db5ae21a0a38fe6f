package io.onewindow.casefile;

import io.onewindow.engine.Callers;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;

/**
 * Which process instances a case is at work in: a call gives each part and service an instance of
 * its own, and all of them bear the receipt number as their business key.
 */
@Component
class CaseInstances {

  private final RuntimeService runtime;
  private final HistoryService history;
  private final Callers callers;

  CaseInstances(RuntimeService runtime, HistoryService history, Callers callers) {
    this.runtime = runtime;
    this.history = history;
    this.callers = callers;
  }

  /** The receipt number of each of these running instances; officers may not read it themselves. */
  Map<String, String> receiptNumbers(Collection<String> processInstanceIds) {
    if (processInstanceIds.isEmpty()) {
      return Map.of();
    }
    List<ProcessInstance> running =
        callers.asSystem(
            () ->
                runtime
                    .createProcessInstanceQuery()
                    .processInstanceIds(new HashSet<>(processInstanceIds))
                    .list());
    return running.stream()
        .filter(instance -> instance.getBusinessKey() != null)
        .collect(Collectors.toMap(ProcessInstance::getId, ProcessInstance::getBusinessKey));
  }

  /** Every instance with that receipt number, ended ones included, in the order they began. */
  List<String> of(String receiptNo) {
    return callers.asSystem(
        () ->
            history
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(receiptNo)
                .orderByProcessInstanceStartTime()
                .asc()
                .list()
                .stream()
                .map(HistoricProcessInstance::getId)
                .toList());
  }
}
