package io.onewindow.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.json.JsonTaskQueryConverter;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskManager;
import org.camunda.bpm.engine.task.Task;

/**
 * Answers what task lists ask, the tasks offered to some groups, with a statement that need not
 * join and sort out all of them to show the first page. Every other query is the engine's.
 */
public class OfferedTasks extends TaskManager {

  /**
   * What the query of a list and a search in it may say; whatever else it says is for the engine to
   * answer.
   */
  private static final Set<String> OF_A_LIST =
      Set.of(
          JsonTaskQueryConverter.CANDIDATE_GROUP,
          JsonTaskQueryConverter.CANDIDATE_GROUPS,
          JsonTaskQueryConverter.INCLUDE_ASSIGNED_TASKS,
          JsonTaskQueryConverter.ACTIVE,
          JsonTaskQueryConverter.NAME_LIKE,
          JsonTaskQueryConverter.DUE_BEFORE,
          JsonTaskQueryConverter.DUE_AFTER,
          JsonTaskQueryConverter.ORDERING_PROPERTIES);

  private static final JsonTaskQueryConverter WORDING = new JsonTaskQueryConverter();

  @Override
  @SuppressWarnings("unchecked")
  public List<Task> findTasksByQueryCriteria(TaskQueryImpl query) {
    configureQuery(query);
    return getDbEntityManager()
        .selectList(isOfList(query) ? "selectOfferedTasks" : "selectTaskByQueryCriteria", query);
  }

  @Override
  public long findTaskCountByQueryCriteria(TaskQueryImpl query) {
    configureQuery(query);
    String count = isOfList(query) ? "selectOfferedTaskCount" : "selectTaskCountByQueryCriteria";
    return (Long) getDbEntityManager().selectOne(count, query);
  }

  /** A task that has been read is the only one of its execution. */
  @Override
  public List<TaskEntity> findTasksByExecutionId(String executionId) {
    List<TaskEntity> read =
        getDbEntityManager().getCachedEntitiesByType(TaskEntity.class).stream()
            .filter(task -> executionId.equals(task.getExecutionId()))
            .filter(getDbEntityManager().getDbEntityCache()::isPersistent)
            .toList();
    return read.isEmpty() ? super.findTasksByExecutionId(executionId) : new ArrayList<>(read);
  }

  static boolean isOfList(TaskQueryImpl query) {
    boolean byGroup =
        query.getCandidateGroup() != null || query.getCandidateGroupsInternal() != null;
    return byGroup
        && !query.getAuthCheck().isAuthorizationCheckEnabled()
        && query.getOrderingProperties().stream().allMatch(one -> one.getRelation() == null)
        && WORDING.toJsonObject(query).entrySet().stream()
            // of process instances two queries put together say nothing, but with an empty list
            .filter(said -> !said.getValue().toString().equals("[]"))
            .allMatch(said -> OF_A_LIST.contains(said.getKey()));
  }
}
