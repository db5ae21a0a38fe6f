package io.onewindow.engine;

import java.sql.SQLException;
import java.util.function.Supplier;
import org.springframework.transaction.TransactionSystemException;

/**
 * A newer release brings the tables up to date while nodes of this one work. Each of their
 * connections then keeps plans for tables that look different, and PostgreSQL refuses the first use
 * of one; the pool closes that connection. What was asked for is done again on another.
 */
public final class StalePlans {

  /** PostgreSQL, Appendix A: cached plan must not change result type. */
  private static final String STALE_PLAN = "0A000";

  /** More than a pool has connections, each of which refuses once. */
  private static final int TURNS = 50;

  private StalePlans() {}

  /**
   * Does that until a connection knows the tables.
   *
   * @param work a transaction of its own, begun and ended inside, or no change at all
   */
  public static <T> T outlive(Supplier<T> work) {
    for (int turn = 1; ; turn++) {
      try {
        return work.get();
      } catch (RuntimeException failure) {
        if (turn == TURNS || !isStale(failure)) {
          throw failure;
        }
      }
    }
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
