package io.onewindow.engine;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Departments that finish different tasks of one case at the same moment meet where their branches
 * join, and all but one would be refused as if somebody had taken their task. Whoever was slower is
 * done again: their own task is still there. Whoever was slower with the very same task finds it
 * closed.
 */
final class CompletedTogether extends CommandInterceptor {

  /** Of those who meet one gets through each time; more than this never meet. */
  private static final int TURNS = 20;

  @Override
  public <T> T execute(Command<T> command) {
    if (!isCompletion(command) || isPartOfMore()) {
      return next.execute(command);
    }
    for (int turn = 1; ; turn++) {
      try {
        return next.execute(command);
      } catch (OptimisticLockingException faster) {
        if (turn == TURNS) {
          throw faster;
        }
      }
    }
  }

  private static boolean isCompletion(Command<?> command) {
    return command instanceof CompleteTaskCmd || command instanceof SubmitTaskFormCmd;
  }

  /** What has begun a transaction of its own must end it before anything is done again. */
  private static boolean isPartOfMore() {
    return Context.getCommandContext() != null
        || TransactionSynchronizationManager.isActualTransactionActive();
  }
}
