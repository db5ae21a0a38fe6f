package io.onewindow.engine;

import static org.camunda.bpm.engine.ProcessEngineConfiguration.HISTORY_CLEANUP_STRATEGY_END_TIME_BASED;
import static org.camunda.bpm.engine.ProcessEngineConfiguration.HISTORY_REMOVAL_TIME_STRATEGY_NONE;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.db.entitymanager.DbEntityManager;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionManager;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionManager;
import org.camunda.bpm.engine.impl.persistence.entity.JobDefinitionManager;
import org.camunda.bpm.engine.impl.persistence.entity.JobManager;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionManager;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceManager;

/**
 * Lets the engine write and ask no more than somebody reads, and take jobs that are due without
 * looking at those that are not. What each part saves is in bench/timers.md.
 */
public final class LeanEngine extends AbstractProcessEnginePlugin {

  @Override
  public void preInit(ProcessEngineConfigurationImpl configuration) {
    configuration.setCustomHistoryLevels(List.of(new KeptHistory()));
    configuration.setCustomIncidentHandlers(List.of(new FailedJobs()));
    // to stamp each row of a case that ends with the date on which the engine's own cleanup may
    // delete it takes fifteen statements, and cases are cleared by Retention
    configuration.setHistoryCleanupStrategy(HISTORY_CLEANUP_STRATEGY_END_TIME_BASED);
    configuration.setHistoryRemovalTimeStrategy(HISTORY_REMOVAL_TIME_STRATEGY_NONE);
    configuration.setHistoryEventProducer(new KnownModelEvents());
    configuration.setEnableDefaultDbHistoryEventHandler(false);
    configuration.getCustomHistoryEventHandlers().add(new LeanHistory());
    // a row for each person who takes up a task, counted for the engine's licence only
    configuration.setTaskMetricsEnabled(false);
    // every job has a due date, so that those that are due are one stretch of the index
    configuration.setEnsureJobDueDateNotNull(true);
    configuration.setJobExecutorAcquireByDueDate(true);
    List<SessionFactory> managers = new ArrayList<>();
    if (configuration.getCustomSessionFactories() != null) {
      managers.addAll(configuration.getCustomSessionFactories());
    }
    managers.addAll(managers(configuration));
    configuration.setCustomSessionFactories(managers);
    configuration.setDmnEngineConfiguration(plainCells());
    KnownProperties.use();
  }

  private static List<SessionFactory> managers(ProcessEngineConfigurationImpl configuration) {
    FreshModels fresh = new FreshModels();
    return List.of(
        new OwnSession(
            DbEntityManager.class, () -> new TerseWrites(configuration.getIdGenerator(), fresh)),
        new OwnSession(JobManager.class, DueFirst::new),
        new OwnSession(ProcessDefinitionManager.class, () -> new FreshProcesses(fresh)),
        new OwnSession(DecisionDefinitionManager.class, () -> new FreshDecisions(fresh)),
        new OwnSession(JobDefinitionManager.class, () -> new FreshJobDefinitions(fresh)),
        new OwnSession(ExecutionManager.class, WholeTrees::new),
        new OwnSession(VariableInstanceManager.class, WholeVariables::new));
  }

  private static DefaultDmnEngineConfiguration plainCells() {
    DefaultDmnEngineConfiguration tables = new DefaultDmnEngineConfiguration();
    tables.setFeelEngineFactory(
        () -> new PlainCells(new ScalaFeelEngineFactory().createInstance()));
    return tables;
  }

  @Override
  public void postInit(ProcessEngineConfigurationImpl configuration) {
    OwnStatements.add(configuration, "due-jobs.xml");
    OwnStatements.add(configuration, "lean-reads.xml");
  }

  @Override
  public void postProcessEngineBuild(ProcessEngine engine) {
    EngineIndexes.ensure(engine.getProcessEngineConfiguration());
  }
}
