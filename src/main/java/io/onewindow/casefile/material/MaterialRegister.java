package io.onewindow.casefile.material;

import io.onewindow.casefile.CaseHappened;
import io.onewindow.casefile.CaseRecord;
import io.onewindow.engine.Callers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.variable.value.ObjectValue;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Opens the register of each new case from the list of its service. */
@Component
class MaterialRegister {

  private final MaterialLists lists;
  private final MaterialStore store;
  private final List<CaseTraits> traits;
  private final RuntimeService runtime;
  private final HistoryService history;
  private final Callers callers;

  MaterialRegister(
      MaterialLists lists,
      MaterialStore store,
      List<CaseTraits> traits,
      RuntimeService runtime,
      HistoryService history,
      Callers callers) {
    this.lists = lists;
    this.store = store;
    this.traits = traits;
    this.runtime = runtime;
    this.history = history;
    this.callers = callers;
  }

  @EventListener(condition = "#happened.kind().name() == 'RECEIVED'")
  void open(CaseHappened happened) {
    CaseRecord file = happened.file();
    Set<String> categories =
        traits(file).map(service -> service.categories(variables(file))).orElse(Set.of());
    store.add(file.receiptNo(), lists.of(file.service(), file.jurisdiction(), categories));
  }

  /** The document number of the case's applicant; empty where the service knows none. */
  Optional<String> applicantId(CaseRecord file) {
    return traits(file).map(service -> service.applicantId(recorded(file)));
  }

  private Optional<CaseTraits> traits(CaseRecord file) {
    return traits.stream().filter(one -> one.service().equals(file.service())).findFirst();
  }

  private Map<String, Object> variables(CaseRecord file) {
    return callers.asSystem(() -> runtime.getVariables(file.processInstanceId()));
  }

  /** Also after the process has ended. */
  private Map<String, Object> recorded(CaseRecord file) {
    Map<String, Object> variables = new HashMap<>();
    callers
        .asSystem(
            () ->
                history
                    .createHistoricVariableInstanceQuery()
                    .processInstanceId(file.processInstanceId())
                    .disableCustomObjectDeserialization()
                    .list())
        .stream()
        // lists and the like, which nobody is known by
        .filter(variable -> !(variable.getTypedValue() instanceof ObjectValue))
        .forEach(variable -> variables.put(variable.getName(), variable.getValue()));
    return variables;
  }
}
