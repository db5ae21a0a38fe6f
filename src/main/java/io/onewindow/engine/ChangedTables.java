package io.onewindow.engine;

import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What a clerk hands in while a newer release changes the tables is done again by this node. */
final class ChangedTables extends CommandInterceptor {

  @Override
  public <T> T execute(Command<T> command) {
    return isOfAClerk(command) && !isPartOfMore()
        ? StalePlans.outlive(() -> next.execute(command))
        : next.execute(command);
  }

  private static boolean isOfAClerk(Command<?> command) {
    return command instanceof ClaimTaskCmd
        || command instanceof CompleteTaskCmd
        || command instanceof SubmitTaskFormCmd;
  }

  /** What has begun a transaction of its own must end it before anything is done again. */
  private static boolean isPartOfMore() {
    return Context.getCommandContext() != null
        || TransactionSynchronizationManager.isActualTransactionActive();
  }
}
