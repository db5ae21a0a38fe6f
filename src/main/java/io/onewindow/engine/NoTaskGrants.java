package io.onewindow.engine;

import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.task.Task;

/**
 * The engine's usual grants but those on tasks: who may read and work on a task follows from whom
 * it belongs or is offered to, see {@link TaskRights}. A grant for each task and group would say
 * the same once more, and every task list would have to be joined with all of them.
 */
final class NoTaskGrants extends DefaultAuthorizationProvider {

  private static final AuthorizationEntity[] NONE = {};

  @Override
  protected AuthorizationEntity[] createOrUpdateAuthorizations(
      Task task, String groupId, String userId) {
    return NONE;
  }
}
