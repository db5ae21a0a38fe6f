package io.onewindow.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.json.JsonTaskQueryConverter;
import org.camunda.bpm.engine.impl.persistence.entity.SuspensionState;
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
  public List<Task> findTasksByQueryCriteria(TaskQueryImpl query) {
    return theOne(query).orElseGet(() -> found(query));
  }

  @Override
  public long findTaskCountByQueryCriteria(TaskQueryImpl query) {
    return theOne(query).map(one -> (long) one.size()).orElseGet(() -> count(query));
  }

  @SuppressWarnings("unchecked")
  private List<Task> found(TaskQueryImpl query) {
    configureQuery(query);
    return getDbEntityManager()
        .selectList(isOfList(query) ? "selectOfferedTasks" : "selectTaskByQueryCriteria", query);
  }

  private long count(TaskQueryImpl query) {
    configureQuery(query);
    String count = "selectTaskCountByQueryCriteria";
    if (isOfList(query)) {
      count = isOfWholeList(query) ? "selectLinkedTaskCount" : "selectOfferedTaskCount";
    }
    return (Long) getDbEntityManager().selectOne(count, query);
  }

  /**
   * The task that a query of nothing but its id asks for, if the caller may read it. Every screen
   * of a task asks so, and the query that can ask for anything takes longer to write than to
   * answer.
   *
   * @return empty where the query asks for more, or only the engine knows what may be read
   */
  private Optional<List<Task>> theOne(TaskQueryImpl query) {
    if (query.getTaskId() == null
        || query.getFirstResult() > 0
        || !says(query, Set.of(JsonTaskQueryConverter.TASK_ID))) {
      return Optional.empty();
    }
    TaskEntity task = (TaskEntity) getDbEntityManager().selectOne("selectTask", query.getTaskId());
    if (task == null || !getTenantManager().isAuthenticatedTenant(task.getTenantId())) {
      return Optional.of(List.of());
    }
    return ((TaskRights) getAuthorizationManager())
        .mayRead(task)
        .map(may -> may ? new ArrayList<>(List.of(task)) : List.of());
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
        && says(query, OF_A_LIST);
  }

  /** Whether that list is everything offered that is not suspended, as Tasklist counts it. */
  private static boolean isOfWholeList(TaskQueryImpl query) {
    return query.isIncludeAssignedTasks()
        && SuspensionState.ACTIVE.equals(query.getSuspensionState())
        && query.getNameLike() == null
        && query.getDueBefore() == null
        && query.getDueAfter() == null;
  }

  /** Whether the query says nothing but that. */
  private static boolean says(TaskQueryImpl query, Set<String> allowed) {
    return WORDING.toJsonObject(query).entrySet().stream()
        // of process instances two queries put together say nothing, but with an empty list
        .filter(said -> !said.getValue().toString().equals("[]"))
        .allMatch(said -> allowed.contains(said.getKey()));
  }
}
