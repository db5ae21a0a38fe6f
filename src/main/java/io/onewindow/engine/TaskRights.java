package io.onewindow.engine;

import static org.camunda.bpm.engine.authorization.Permissions.READ;
import static org.camunda.bpm.engine.authorization.Permissions.READ_TASK;
import static org.camunda.bpm.engine.authorization.Permissions.UPDATE;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.TASK;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.db.CompositePermissionCheck;
import org.camunda.bpm.engine.impl.db.PermissionCheck;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/**
 * Whoever a task belongs or is offered to, personally or by a function, may read it and work on it;
 * beside that the engine's own grants hold, for instance those of leaders on whole models. Which
 * jurisdiction's tasks somebody may see at all is for the engine's tenants to say.
 */
public class TaskRights extends AuthorizationManager {

  private static final Set<Permission> OF_ONES_OWN = Set.of(READ, UPDATE);

  @Override
  public boolean isAuthorized(String user, List<String> groups, PermissionCheck check) {
    return ofOwnTask(user, groups, List.of(check)) || super.isAuthorized(user, groups, check);
  }

  @Override
  public boolean isAuthorized(String user, List<String> groups, CompositePermissionCheck check) {
    return ofOwnTask(user, groups, check.getAllPermissionChecks())
        || super.isAuthorized(user, groups, check);
  }

  private boolean ofOwnTask(String user, List<String> groups, List<PermissionCheck> checks) {
    return isAuthorizationEnabled()
        && checks.stream()
            .filter(check -> is(TASK, check.getResource()) && check.getResourceId() != null)
            .filter(check -> OF_ONES_OWN.contains(check.getPermission()))
            .map(PermissionCheck::getResourceId)
            .distinct()
            .map(id -> getDbEntityManager().selectById(TaskEntity.class, id))
            .filter(Objects::nonNull)
            .anyMatch(task -> isOwn(task, user, groups));
  }

  private static boolean isOwn(TaskEntity task, String user, List<String> groups) {
    return user.equals(task.getAssignee())
        || user.equals(task.getOwner())
        || task.getIdentityLinks().stream()
            .anyMatch(
                link ->
                    user.equals(link.getUserId())
                        || groups != null && groups.contains(link.getGroupId()));
  }

  private static boolean is(Resource one, Resource other) {
    return other != null && one.resourceType() == other.resourceType();
  }

  /** Narrows the query down to what the caller may read. */
  @Override
  public void configureTaskQuery(TaskQueryImpl query) {
    Authentication caller = getCurrentAuthentication();
    if (caller == null || !isAuthCheckExecuted()) {
      super.configureTaskQuery(query);
      return;
    }
    List<Authorization> given = isOfOwnGroups(query, caller) ? List.of() : grants(caller);
    boolean all = keys(given, PROCESS_DEFINITION, READ_TASK).contains(Authorization.ANY);
    if (all && given.stream().anyMatch(TaskRights::revokes)) {
      super.configureTaskQuery(query); // the engine knows what is left of it
      return;
    }
    query.getAuthCheck().setAuthorizationCheckEnabled(false);
    if (!all && !isOfOwnGroups(query, caller)) {
      narrow(query, caller, given);
    }
  }

  /**
   * Whether the caller may read the task, as {@link #configureTaskQuery} would have it.
   *
   * @return empty where only the engine knows
   */
  Optional<Boolean> mayRead(TaskEntity task) {
    Authentication caller = getCurrentAuthentication();
    if (caller == null
        || !isAuthCheckExecuted()
        || isOwn(task, caller.getUserId(), caller.getGroupIds())) {
      return Optional.of(true);
    }
    List<Authorization> given = grants(caller);
    List<String> models = keys(given, PROCESS_DEFINITION, READ_TASK);
    if (models.contains(Authorization.ANY)) {
      return given.stream().anyMatch(TaskRights::revokes) ? Optional.empty() : Optional.of(true);
    }
    return Optional.of(
        keys(given, TASK, READ).contains(task.getId())
            || task.getProcessDefinition() != null
                && models.contains(task.getProcessDefinition().getKey()));
  }

  /** Whether the query asks by itself for nothing but what is offered to the caller. */
  private static boolean isOfOwnGroups(TaskQueryImpl query, Authentication caller) {
    List<String> asked = query.getCandidateGroups();
    return asked != null
        && !asked.isEmpty()
        && caller.getGroupIds() != null
        && caller.getGroupIds().containsAll(asked)
        && query.getCandidateUser() == null
        && query.getCandidateGroupLike() == null
        && !query.isOrQueryActive();
  }

  private static void narrow(
      TaskQueryImpl query, Authentication caller, List<Authorization> given) {
    TaskQueryImpl own = (TaskQueryImpl) query.or();
    own.taskInvolvedUser(caller.getUserId());
    if (caller.getGroupIds() != null && !caller.getGroupIds().isEmpty()) {
      own.taskCandidateGroupIn(caller.getGroupIds()).includeAssignedTasks();
    }
    array(keys(given, TASK, READ), own::taskIdIn);
    array(keys(given, PROCESS_DEFINITION, READ_TASK), own::processDefinitionKeyIn);
    own.endOr();
  }

  private static void array(Collection<String> keys, Consumer<String[]> criterion) {
    if (!keys.isEmpty()) {
      criterion.accept(keys.toArray(String[]::new));
    }
  }

  private static List<String> keys(
      List<Authorization> given, Resource resource, Permission permission) {
    return given.stream()
        .filter(one -> !revokes(one) && one.getResourceType() == resource.resourceType())
        .filter(one -> one.isPermissionGranted(permission))
        .map(Authorization::getResourceId)
        .toList();
  }

  private static boolean revokes(Authorization one) {
    return one.getAuthorizationType() == Authorization.AUTH_TYPE_REVOKE;
  }

  /** What the caller was given or denied on tasks and models. */
  @SuppressWarnings("unchecked")
  private List<Authorization> grants(Authentication caller) {
    return getDbEntityManager()
        .selectListWithRawParameter(
            "selectGrantsOnTasks",
            Map.of(
                "userId",
                caller.getUserId(),
                "groupIds",
                filterAuthenticatedGroupIds(caller.getGroupIds())),
            0,
            Integer.MAX_VALUE);
  }

  /**
   * A task that ends takes no grants along: none is given when one begins ({@link NoTaskGrants}),
   * and one that an administrator has given for a single task says nothing without it.
   */
  @Override
  public void deleteAuthorizationsByResourceId(Resource resource, String resourceId) {
    if (!is(TASK, resource)) {
      super.deleteAuthorizationsByResourceId(resource, resourceId);
    }
  }

  /** Every group of a hall has grants: to ask which have would cost more than it could save. */
  @Override
  public List<String> filterAuthenticatedGroupIds(List<String> groups) {
    return groups == null ? List.of() : groups;
  }
}
