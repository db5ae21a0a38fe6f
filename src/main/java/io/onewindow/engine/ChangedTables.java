package io.onewindow.engine;

import java.sql.SQLException;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * A newer release brings the tables up to date while nodes of this one work. Each of their
 * connections then keeps plans for tables that look different, and PostgreSQL refuses the first use
 * of one; the pool closes that connection. What a clerk was handing in is done again on another.
 */
final class ChangedTables extends CommandInterceptor {

  /** PostgreSQL, Appendix A: cached plan must not change result type. */
  private static final String STALE_PLAN = "0A000";

  /** More than a pool has connections, each of which refuses once. */
  private static final int TURNS = 50;

  @Override
  public <T> T execute(Command<T> command) {
    if (!isOfAClerk(command) || isPartOfMore()) {
      return next.execute(command);
    }
    for (int turn = 1; ; turn++) {
      try {
        return next.execute(command);
      } catch (RuntimeException failure) {
        if (turn == TURNS || !isStale(failure)) {
          throw failure;
        }
      }
    }
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

  /** Also where the closed connection could not even be rolled back. */
  private static boolean isStale(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && STALE_PLAN.equals(sql.getSQLState())) {
        return true;
      }
      if (cause instanceof TransactionSystemException unended
          && unended.getApplicationException() != null
          && isStale(unended.getApplicationException())) {
        return true;
      }
    }
    return false;
  }
}
