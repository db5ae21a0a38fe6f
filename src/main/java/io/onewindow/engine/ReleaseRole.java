package io.onewindow.engine;

import io.onewindow.problem.Problem;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.cmd.DeleteDeploymentCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteProcessDefinitionsByIdsCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteProcessDefinitionsByKeyCmd;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/**
 * Models come into service and go out of it by the hands of those whose role it is, a deployment at
 * a time. Administrators decide who these are, and that is recorded; they do not deploy themselves.
 */
final class ReleaseRole extends CommandInterceptor {

  private static final String GROUP = "release";

  private static final Set<Class<?>> TAKING_OUT_ALONE =
      Set.of(DeleteProcessDefinitionsByIdsCmd.class, DeleteProcessDefinitionsByKeyCmd.class);

  private final Supplier<IdentityService> identity;

  ReleaseRole(Supplier<IdentityService> identity) {
    this.identity = identity;
  }

  @Override
  public <T> T execute(Command<T> command) {
    boolean alone = TAKING_OUT_ALONE.contains(command.getClass());
    if (alone || command.getClass().equals(DeleteDeploymentCmd.class)) {
      Authentication who = identity.get().getCurrentAuthentication();
      check(who);
      if (alone && !isSystem(who)) {
        throw Problem.forbidden("withdrawn-by-deployment", "模型按部署撤下，不能单独删除；请删除它所在的那次部署。");
      }
    }
    return next.execute(command);
  }

  /**
   * @param who null for the system itself, which deploys what the program ships with
   */
  static void check(Authentication who) {
    if (!isSystem(who) && (who.getGroupIds() == null || !who.getGroupIds().contains(GROUP))) {
      throw Problem.forbidden("release-role-required", "模型的部署和撤下须由模型发布人员（用户组 release）办理。");
    }
  }

  /** Whether nobody is signed in for whom this is done. */
  static boolean isSystem(Authentication who) {
    return who == null || who.getUserId() == null;
  }
}
