package io.onewindow.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionManager;

/**
 * Reads an execution together with all of its instance: nearly every act on one asks for the others
 * next.
 */
final class WholeTrees extends ExecutionManager {

  private final Map<String, List<ExecutionEntity>> justRead = new HashMap<>();

  @Override
  @SuppressWarnings("unchecked")
  public ExecutionEntity findExecutionById(String id) {
    ExecutionEntity known = getDbEntityManager().getCachedEntity(ExecutionEntity.class, id);
    if (known != null) {
      return known;
    }
    List<ExecutionEntity> tree =
        getDbEntityManager()
            .selectListWithRawParameter("selectExecutionsAround", id, 0, Integer.MAX_VALUE);
    tree.stream().findFirst().ifPresent(one -> justRead.put(one.getProcessInstanceId(), tree));
    return getDbEntityManager().getCachedEntity(ExecutionEntity.class, id);
  }

  /** Reads these instances, of which everything is asked next. */
  @SuppressWarnings("unchecked")
  void read(List<String> instances) {
    List<ExecutionEntity> all =
        getDbEntityManager()
            .selectListWithRawParameter("selectTreesOf", instances, 0, Integer.MAX_VALUE);
    all.forEach(
        one ->
            justRead.computeIfAbsent(one.getProcessInstanceId(), id -> new ArrayList<>()).add(one));
  }

  /** Answered without a question only once: later there may be others. */
  @Override
  public List<ExecutionEntity> findExecutionsByProcessInstanceId(String instanceId) {
    List<ExecutionEntity> tree = justRead.remove(instanceId);
    return tree == null ? super.findExecutionsByProcessInstanceId(instanceId) : tree;
  }
}
