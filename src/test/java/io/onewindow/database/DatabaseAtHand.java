package io.onewindow.database;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Skips a test on PostgreSQL, and says so loudly, where no server can be started. */
final class DatabaseAtHand implements ExecutionCondition {

  private static final Logger LOG = LoggerFactory.getLogger(DatabaseAtHand.class);

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext test) {
    if (!TestDatabase.isPostgres() || Postgres.failure() == null) {
      return ConditionEvaluationResult.enabled("the database is at hand");
    }
    LOG.error(
        "SKIPPED on PostgreSQL: {}. No server can be started here, so nothing is proved of it.",
        test.getDisplayName(),
        Postgres.failure());
    return ConditionEvaluationResult.disabled("no PostgreSQL server can be started here");
  }
}
