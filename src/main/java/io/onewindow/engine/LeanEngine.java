package io.onewindow.engine;

import static org.camunda.bpm.engine.ProcessEngineConfiguration.HISTORY_CLEANUP_STRATEGY_END_TIME_BASED;
import static org.camunda.bpm.engine.ProcessEngineConfiguration.HISTORY_REMOVAL_TIME_STRATEGY_NONE;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.JobManager;

/**
 * Lets the engine write and ask no more than somebody reads, and take jobs that are due without
 * looking at those that are not. What each part saves is in bench/timers.md.
 */
public final class LeanEngine extends AbstractProcessEnginePlugin {

  @Override
  public void preInit(ProcessEngineConfigurationImpl configuration) {
    configuration.setCustomHistoryLevels(List.of(new KeptHistory()));
    configuration.setCustomIncidentHandlers(List.of(new FailedJobs()));
    // cases are cleared by Retention; to stamp each row of a case that ends with the date on which
    // the engine's own cleanup may delete it takes fifteen statements, and the cleanup can as well
    // count from the end of the case
    configuration.setHistoryCleanupStrategy(HISTORY_CLEANUP_STRATEGY_END_TIME_BASED);
    configuration.setHistoryRemovalTimeStrategy(HISTORY_REMOVAL_TIME_STRATEGY_NONE);
    // every job has a due date, so that those that are due are one stretch of the index
    configuration.setEnsureJobDueDateNotNull(true);
    configuration.setJobExecutorAcquireByDueDate(true);
    List<SessionFactory> managers = new ArrayList<>();
    if (configuration.getCustomSessionFactories() != null) {
      managers.addAll(configuration.getCustomSessionFactories());
    }
    managers.add(new ReplacedManager(JobManager.class, DueFirst::new));
    configuration.setCustomSessionFactories(managers);
  }

  @Override
  public void postInit(ProcessEngineConfigurationImpl configuration) {
    OwnStatements.add(configuration, "due-jobs.xml");
  }

  @Override
  public void postProcessEngineBuild(ProcessEngine engine) {
    EngineIndexes.ensure(engine.getProcessEngineConfiguration());
  }
}
