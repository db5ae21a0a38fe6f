package io.onewindow.simulation.oracle;

import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;

/** The engine as it is, in memory, without anything of ours; ids count up. */
final class PlainEngine {

  private PlainEngine() {}

  static ProcessEngine start(String name, Map<Object, Object> beans) {
    AtomicLong ids = new AtomicLong();
    var configuration = new StandaloneInMemProcessEngineConfiguration();
    configuration.setProcessEngineName(name);
    configuration.setJdbcUrl("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1");
    configuration.setDatabaseSchemaUpdate("create-drop");
    configuration.setJobExecutorActivate(false);
    configuration.setHistory("audit");
    configuration.setMetricsEnabled(false);
    configuration.setTaskMetricsEnabled(false);
    configuration.setEnforceHistoryTimeToLive(false);
    configuration.setIdGenerator(() -> "%012d".formatted(ids.incrementAndGet()));
    configuration.setBeans(beans);
    return configuration.buildProcessEngine();
  }
}
