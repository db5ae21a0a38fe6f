package io.onewindow.engine;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Work at the start that two nodes on one database must not do at the same moment. */
@Component
public class OneNodeAtATime {

  private final CommandExecutor commands;
  private final TransactionTemplate transaction;

  OneNodeAtATime(ProcessEngine engine, TransactionTemplate transaction) {
    this.commands =
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
            .getCommandExecutorTxRequired();
    this.transaction = transaction;
  }

  /**
   * Runs the work in one transaction, while every other node waits for its end; what a node finds
   * then is what the one before it left.
   */
  public void run(Runnable work) {
    transaction.executeWithoutResult(
        status -> {
          commands.execute(
              context -> {
                context.getPropertyManager().acquireExclusiveLockForStartup();
                return null;
              });
          work.run();
        });
  }
}
