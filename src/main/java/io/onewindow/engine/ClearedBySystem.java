package io.onewindow.engine;

import io.onewindow.problem.Problem;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.cmd.DeleteHistoricProcessInstancesCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteHistoricTaskInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteHistoricVariableInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteHistoricVariableInstancesByProcessInstanceIdCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteUserOperationLogEntryCmd;
import org.camunda.bpm.engine.impl.cmd.HistoryCleanupCmd;
import org.camunda.bpm.engine.impl.cmd.batch.DeleteHistoricProcessInstancesBatchCmd;
import org.camunda.bpm.engine.impl.cmd.batch.removaltime.SetRemovalTimeToHistoricDecisionInstancesCmd;
import org.camunda.bpm.engine.impl.cmd.batch.removaltime.SetRemovalTimeToHistoricProcessInstancesCmd;
import org.camunda.bpm.engine.impl.dmn.cmd.DeleteHistoricDecisionInstanceByDefinitionIdCmd;
import org.camunda.bpm.engine.impl.dmn.cmd.DeleteHistoricDecisionInstanceByInstanceIdCmd;
import org.camunda.bpm.engine.impl.dmn.cmd.DeleteHistoricDecisionInstancesBatchCmd;
import org.camunda.bpm.engine.impl.dmn.cmd.DeleteHistoricDecisionInstancesBulkCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/**
 * What a case leaves behind goes as a whole when its time is over, by the system, which knows the
 * cases that are kept for a lawsuit. The engine's own ways of deleting history know none, and are
 * closed to everybody.
 */
final class ClearedBySystem extends CommandInterceptor {

  private static final Set<Class<?>> CLEARING =
      Set.of(
          DeleteHistoricProcessInstancesCmd.class,
          DeleteHistoricProcessInstancesBatchCmd.class,
          SetRemovalTimeToHistoricProcessInstancesCmd.class,
          DeleteHistoricTaskInstanceCmd.class,
          DeleteHistoricVariableInstanceCmd.class,
          DeleteHistoricVariableInstancesByProcessInstanceIdCmd.class,
          DeleteHistoricDecisionInstanceByDefinitionIdCmd.class,
          DeleteHistoricDecisionInstanceByInstanceIdCmd.class,
          DeleteHistoricDecisionInstancesBatchCmd.class,
          DeleteHistoricDecisionInstancesBulkCmd.class,
          SetRemovalTimeToHistoricDecisionInstancesCmd.class,
          DeleteUserOperationLogEntryCmd.class,
          HistoryCleanupCmd.class);

  private final Supplier<IdentityService> identity;

  ClearedBySystem(Supplier<IdentityService> identity) {
    this.identity = identity;
  }

  @Override
  public <T> T execute(Command<T> command) {
    if (CLEARING.contains(command.getClass())
        && !ReleaseRole.isSystem(identity.get().getCurrentAuthentication())) {
      throw Problem.forbidden("cleared-by-system", "办件的记录满保存期限后由系统整件清理，依法保留的除外；不能在这里删除或清理。");
    }
    return next.execute(command);
  }
}
