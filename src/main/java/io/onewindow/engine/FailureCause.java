package io.onewindow.engine;

import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.exception.DeploymentResourceNotFoundException;
import org.camunda.bpm.engine.exception.cmmn.CaseException;
import org.camunda.bpm.engine.rest.exception.RestException;

/** Tells apart failures for which the engine has no exception type of their own. */
final class FailureCause {

  /** SQL states of values that do not fit their column: too long, or with unusable characters. */
  private static final String DATA_EXCEPTION = "22";

  private static final String CONSTRAINT_VIOLATION = "23";

  private static final String TRANSACTION_ROLLED_BACK = "40";

  /** H2: somebody else has held the row for longer than anybody waits. */
  private static final String WAITED_IN_VAIN = "HYT00";

  private static final String SYNTAX_ERROR = "42";

  /** What unchecked values make the engine's own code stumble with. */
  private static final List<Class<? extends RuntimeException>> SLIPS =
      List.of(
          NullPointerException.class,
          IllegalArgumentException.class,
          ClassCastException.class,
          IndexOutOfBoundsException.class,
          DateTimeException.class,
          ArithmeticException.class);

  private FailureCause() {}

  /** The database let one of two transactions go on of which one waited for the other. */
  static boolean isLostRace(Throwable failure) {
    return hasState(failure, TRANSACTION_ROLLED_BACK) || hasState(failure, WAITED_IN_VAIN);
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
        || says(failure, "Cannot find serializer for value")
        || isUnreadablePart(failure)
        || hasState(failure, DATA_EXCEPTION);
  }

  /** A part of a form names a class that nothing is made of; the engine's interface answers 500. */
  private static boolean isUnreadablePart(Throwable failure) {
    return failure instanceof RestException
        && String.valueOf(failure.getMessage()).startsWith("Could not deserialize JSON object");
  }

  /** What was to be created is there already, or what it belongs to is not. */
  static boolean isAlreadyThere(Throwable failure) {
    return hasState(failure, CONSTRAINT_VIOLATION);
  }

  /**
   * The engine came upon a thing that is not there, and did not look whether it is. What our own
   * code stumbles over is a fault and stays one.
   */
  static boolean isAboutNothing(Throwable failure) {
    return failure instanceof CaseException
        || failure instanceof DeploymentResourceNotFoundException
        || says(failure, "does not have a subscription to a")
        || failure instanceof NullPointerException
            && stumbledIn(failure).startsWith("org.camunda.bpm.engine.impl.");
  }

  /** A table of decisions that its own rules do not allow. */
  static boolean isRefusedTable(Throwable failure) {
    return says(failure, "ENGINE-22004");
  }

  /** A form that is not the JSON of one. */
  static boolean isRefusedForm(Throwable failure) {
    return says(failure, "ENGINE-09033");
  }

  /** The engine forgets the word between two of the conditions for which it can look for jobs. */
  static boolean isUnaskableOfJobs(Throwable failure) {
    return hasState(failure, SYNTAX_ERROR)
        && Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
            .anyMatch(cause -> String.valueOf(cause.getMessage()).contains("/entity/Job.xml"));
  }

  /** A name or a value was sent that cannot be one. */
  static boolean isCallersFault(Throwable failure) {
    return says(failure, "is not a valid resource identifier")
        || says(failure, "Unrecognized authorization type")
        || says(failure, "for GLOBAL authorization")
        || says(failure, "Invalid query usage")
        || failure instanceof IllegalCharsetNameException
        || failure instanceof UnsupportedCharsetException
        || SLIPS.stream().anyMatch(slip -> slip.isInstance(failure))
            && !stumbledIn(failure).isEmpty();
  }

  /** The engine's class in which it happened; empty when it was in code of ours. */
  private static String stumbledIn(Throwable failure) {
    for (StackTraceElement frame : failure.getStackTrace()) {
      String place = frame.getClassName();
      if (place.startsWith("io.onewindow.")) {
        return "";
      }
      if (place.startsWith("org.camunda.bpm.engine.")) {
        return place;
      }
    }
    return "";
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
