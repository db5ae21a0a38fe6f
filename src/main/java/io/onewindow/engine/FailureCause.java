package io.onewindow.engine;

import java.sql.SQLException;
import org.camunda.bpm.engine.ProcessEngineException;

/** Tells apart failures for which the engine has no exception type of their own. */
final class FailureCause {

  /** SQL states of values that do not fit their column: too long, or with unusable characters. */
  private static final String DATA_EXCEPTION = "22";

  private static final String CONSTRAINT_VIOLATION = "23";

  private static final String TRANSACTION_ROLLED_BACK = "40";

  private FailureCause() {}

  /** The database let one of two transactions go on that waited for each other. */
  static boolean isLostRace(Throwable failure) {
    return hasState(failure, TRANSACTION_ROLLED_BACK);
  }

  /** A timer or another job that was done meanwhile. */
  static boolean isGoneJob(Throwable failure) {
    return says(failure, "No job found with id");
  }

  /** The caller belongs to another jurisdiction than what was asked for. */
  static boolean isOtherTenant(Throwable failure) {
    return says(failure, "ENGINE-13034");
  }

  /** A task was told to end with an error for which its model shows no way. */
  static boolean isUncaughtError(Throwable failure) {
    return says(failure, "ENGINE-13033");
  }

  /** A variable's value cannot be taken in: too long, of a refused type, not readable. */
  static boolean isRefusedValue(Throwable failure) {
    return says(failure, "ENGINE-17007")
        || says(failure, "Cannot deserialize object in variable")
        || hasState(failure, DATA_EXCEPTION);
  }

  /** What was to be created is there already, or what it belongs to is not. */
  static boolean isAlreadyThere(Throwable failure) {
    return hasState(failure, CONSTRAINT_VIOLATION);
  }

  private static boolean says(Throwable failure, String words) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      String message = cause.getMessage();
      if (cause instanceof ProcessEngineException && message != null && message.contains(words)) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasState(Throwable failure, String state) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql
          && sql.getSQLState() != null
          && sql.getSQLState().startsWith(state)) {
        return true;
      }
    }
    return false;
  }
}
