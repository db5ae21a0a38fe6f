package io.onewindow.production;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.stereotype.Component;

/**
 * Whoever may make the tables makes them alone: a second {@code create-schema}, or a second node of
 * a trial on PostgreSQL, waits until the first has begun to work. It begins before anything else
 * uses the database, locks nothing that nodes use, and ends with its process.
 */
@Component
@ConditionalOnProperty(
    name = "camunda.bpm.database.schema-update",
    havingValue = "true",
    matchIfMissing = true)
class SchemaByOne implements BeanPostProcessor, ApplicationListener<ApplicationReadyEvent> {

  private static final Logger LOG = LoggerFactory.getLogger(SchemaByOne.class);
  private static final String KEY = "(hashtext('onewindow tables'))";

  private Connection holder;

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    if (bean instanceof DataSource database && holder == null) {
      lock(database);
    }
    return bean;
  }

  private void lock(DataSource database) {
    try {
      holder = database.getConnection();
      if (!holder.getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
        holder.close();
        return;
      }
      // until the end of a transaction, not of a session: a pool between may change that
      holder.setAutoCommit(false);
      try (Statement statement = holder.createStatement()) {
        if (!isFree(statement)) {
          LOG.warn("另一个进程正在建立或升级表，等它完成。");
          statement.execute("select pg_advisory_xact_lock" + KEY);
        }
      }
    } catch (SQLException unlockable) {
      throw new IllegalStateException("tables cannot be locked", unlockable);
    }
  }

  private static boolean isFree(Statement statement) throws SQLException {
    try (ResultSet answer = statement.executeQuery("select pg_try_advisory_xact_lock" + KEY)) {
      answer.next();
      return answer.getBoolean(1);
    }
  }

  @Override
  public void onApplicationEvent(ApplicationReadyEvent begun) {
    try (Connection held = holder) {
      if (held != null && !held.isClosed()) {
        held.rollback();
      }
    } catch (SQLException unanswered) {
      throw new IllegalStateException("tables stay locked", unanswered);
    }
  }
}
