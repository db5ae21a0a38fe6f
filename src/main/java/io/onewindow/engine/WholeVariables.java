package io.onewindow.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.db.DbEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceManager;

/**
 * Reads all variables of an instance at once, plainly. The engine asks for those of a task, of its
 * execution and of each around it one after the other, mostly to find none, and joins the elements
 * they belong to each time.
 */
final class WholeVariables extends VariableInstanceManager {

  private final Map<String, Map<String, List<VariableInstanceEntity>>> known = new HashMap<>();
  private int knownSince;

  @Override
  public List<VariableInstanceEntity> findVariableInstancesByExecutionIdAndVariableNames(
      String id, Collection<String> names) {
    String instance = instance(ExecutionEntity.class, id, ExecutionEntity::getProcessInstanceId);
    return instance == null
        ? super.findVariableInstancesByExecutionIdAndVariableNames(id, names)
        : named(of(instance).get(id), names);
  }

  @Override
  public List<VariableInstanceEntity> findVariableInstancesByTaskIdAndVariableNames(
      String id, Collection<String> names) {
    String instance = instance(TaskEntity.class, id, TaskEntity::getProcessInstanceId);
    return instance == null
        ? super.findVariableInstancesByTaskIdAndVariableNames(id, names)
        : named(of(instance).get(id), names);
  }

  /** Null for what is not at hand or belongs to no instance. */
  private <T extends DbEntity> String instance(
      Class<T> type, String id, Function<T, String> instanceOf) {
    T atHand = getDbEntityManager().getCachedEntity(type, id);
    return atHand == null ? null : instanceOf.apply(atHand);
  }

  /** Reads those of these instances, of which they are asked next. */
  void read(List<String> instances) {
    forgetWhatMayHaveChanged();
    Map<String, List<VariableInstanceEntity>> byInstance =
        selected("selectVariablesOfInstances", instances).stream()
            .collect(Collectors.groupingBy(VariableInstanceEntity::getProcessInstanceId));
    instances.forEach(
        id -> known.put(id, byElement(byInstance.getOrDefault(id, Collections.emptyList()))));
  }

  private Map<String, List<VariableInstanceEntity>> of(String instance) {
    forgetWhatMayHaveChanged();
    return known.computeIfAbsent(
        instance, id -> byElement(selected("selectVariablesOfInstance", id)));
  }

  private void forgetWhatMayHaveChanged() {
    int writes = ((TerseWrites) getDbEntityManager()).writes();
    if (writes != knownSince) {
      known.clear();
      knownSince = writes;
    }
  }

  @SuppressWarnings("unchecked")
  private List<VariableInstanceEntity> selected(String statement, Object of) {
    return getDbEntityManager().selectListWithRawParameter(statement, of, 0, Integer.MAX_VALUE);
  }

  /** By task or execution as the rows say, whatever has been moved in between. */
  private static Map<String, List<VariableInstanceEntity>> byElement(
      List<VariableInstanceEntity> variables) {
    return variables.stream()
        .collect(
            Collectors.groupingBy(
                one -> one.getTaskId() == null ? one.getExecutionId() : one.getTaskId()));
  }

  private static List<VariableInstanceEntity> named(
      List<VariableInstanceEntity> variables, Collection<String> names) {
    List<VariableInstanceEntity> named = new ArrayList<>();
    if (variables != null) {
      variables.stream()
          .filter(one -> names == null || names.contains(one.getName()))
          .forEach(named::add);
    }
    return named;
  }
}
