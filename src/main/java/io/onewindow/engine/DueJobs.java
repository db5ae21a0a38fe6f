package io.onewindow.engine;

import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Where time is played: fires by hand what the engine would fire by itself, in the order it is due.
 */
@Component
@Profile("demo | sandbox")
public class DueJobs {

  private static final String NEXT = "selectNextJob";

  private final CommandExecutor commands;
  private final ManagementService management;

  DueJobs(ProcessEngine engine) {
    this.commands =
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
            .getCommandExecutorTxRequired();
    this.management = engine.getManagementService();
  }

  /** A case's job. */
  public record Due(String id, Instant at) {}

  /** The first one of all, whenever it is due. The engine's own query would look at all of them. */
  @SuppressWarnings("unchecked")
  public Optional<Due> next() {
    return commands
        .execute(context -> Optional.ofNullable(context.getDbEntityManager().selectOne(NEXT, null)))
        .map(row -> (Map<String, Object>) row)
        .map(row -> new Due((String) row.get("id"), ((Date) row.get("at")).toInstant()));
  }

  /** As a job's thread does it. One that fails has one try less. */
  public void fire(Due due) {
    JobThread.doing(() -> management.executeJob(due.id())).run();
  }
}
