package io.onewindow.engine;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.sql.DbSqlSessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.AcquirableJobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobManager;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/**
 * Takes what has been due longest, along the index of due dates. On PostgreSQL a node steps around
 * what another is just taking, where the engine's own statement lets both take the same and one of
 * them lose; H2 serves a single node and keeps the engine's statement.
 */
public class DueFirst extends JobManager {

  @Override
  @SuppressWarnings("unchecked")
  public List<AcquirableJobEntity> findNextJobsToExecute(Page page) {
    ProcessEngineConfigurationImpl engine = Context.getProcessEngineConfiguration();
    if (!serves(engine)) {
      return super.findNextJobsToExecute(page);
    }
    Map<String, Object> asked =
        Map.of(
            "now",
            ClockUtil.getCurrentTime(),
            "historyCleanupEnabled",
            engine.isHistoryCleanupEnabled(),
            "applyExclusiveOverProcessHierarchies",
            engine.isJobExecutorAcquireExclusiveOverProcessHierarchies());
    return getDbEntityManager().selectList("selectJobsDueFirst", asked, page);
  }

  /** The statement knows neither priorities nor deployments, and no job without a due date. */
  private static boolean serves(ProcessEngineConfigurationImpl engine) {
    return DbSqlSessionFactory.POSTGRES.equals(engine.getDatabaseType())
        && engine.isEnsureJobDueDateNotNull()
        && !engine.isJobExecutorAcquireByPriority()
        && !engine.isJobExecutorDeploymentAware();
  }
}
