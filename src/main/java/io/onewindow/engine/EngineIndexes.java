package io.onewindow.engine;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.db.sql.DbSqlSessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.SuspensionState;

/**
 * Indexes that the engine's own tables lack, made by whoever may make the tables. They come after
 * the tables, and so cannot be Flyway's, which runs before the engine.
 */
final class EngineIndexes {

  private static final List<String> MISSING =
      List.of(
          // looking for timers that are due would read every timer there is; it takes both
          "create index if not exists ow_job_due on ACT_RU_JOB (DUEDATE_)",
          "create index if not exists ow_job_lock on ACT_RU_JOB (LOCK_EXP_TIME_)",
          // the first page of a task list, the one due first on top
          "create index if not exists ow_task_due on ACT_RU_TASK (DUE_DATE_, TENANT_ID_)",
          // how many a list has is counted in this index alone
          "create index if not exists ow_candidate on ACT_RU_IDENTITYLINK"
              + " (GROUP_ID_, TYPE_, TENANT_ID_, TASK_ID_)",
          "drop index if exists ow_offered");

  /** Of the few tasks that are suspended; H2 knows no index of a part of a table. */
  private static final String ON_POSTGRESQL =
      "create index if not exists ow_task_suspended on ACT_RU_TASK (ID_)"
          + " where SUSPENSION_STATE_ = "
          + SuspensionState.SUSPENDED.getStateCode();

  /** Of an older version; the job executor looks for jobs along their due dates. */
  private static final String UNDATED_JOBS =
      "update ACT_RU_JOB set DUEDATE_ = coalesce(CREATE_TIME_, timestamp '2000-01-01 00:00:00')"
          + " where DUEDATE_ is null and HANDLER_TYPE_ <> 'history-cleanup'";

  private EngineIndexes() {}

  static void ensure(ProcessEngineConfiguration configuration) {
    if (ProcessEngineConfiguration.DB_SCHEMA_UPDATE_FALSE.equals(
        configuration.getDatabaseSchemaUpdate())) {
      return;
    }
    try (Connection connection = configuration.getDataSource().getConnection();
        Statement statement = connection.createStatement()) {
      for (String index : MISSING) {
        statement.execute(index);
      }
      if (DbSqlSessionFactory.POSTGRES.equals(
          ((ProcessEngineConfigurationImpl) configuration).getDatabaseType())) {
        statement.execute(ON_POSTGRESQL);
      }
      statement.executeUpdate(UNDATED_JOBS);
      if (!connection.getAutoCommit()) {
        connection.commit();
      }
    } catch (SQLException refused) {
      throw new IllegalStateException("engine's tables without our indexes", refused);
    }
  }
}
