package io.onewindow.engine;

import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.TimerDeclarationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.springframework.stereotype.Component;

/**
 * Sets timers again that have fired and are gone: the engine itself writes the timers of an element
 * only when the element begins. Joins the transaction it is called in.
 */
@Component
public class FiredTimers {

  private final ProcessEngineConfigurationImpl engine;

  FiredTimers(ProcessEngineConfigurationImpl engine) {
    this.engine = engine;
  }

  /**
   * Writes the timer anew; its date is what its expression answers now.
   *
   * @param executionId execution that the element runs in
   * @param activityId the element, not its boundary event
   * @param jobDefinitionId which of the element's timers
   * @return id of the new job
   * @throws IllegalStateException when the execution has ended or the element has no such timer
   */
  public String setAgain(String executionId, String activityId, String jobDefinitionId) {
    return engine
        .getCommandExecutorTxRequired()
        .execute(context -> setAgain(context, executionId, activityId, jobDefinitionId));
  }

  private static String setAgain(
      CommandContext context, String executionId, String activityId, String jobDefinitionId) {
    ExecutionEntity execution = context.getExecutionManager().findExecutionById(executionId);
    if (execution == null) {
      throw new IllegalStateException("execution " + executionId + " has ended");
    }
    return timers(execution.getProcessDefinition().findActivity(activityId))
        .filter(timer -> jobDefinitionId.equals(timer.getJobDefinitionId()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(activityId + " lacks " + jobDefinitionId))
        .createTimerInstance(execution)
        .getId();
  }

  /** Those on the element's border or its own, and those of its task's listeners. */
  private static Stream<TimerDeclarationImpl> timers(ActivityImpl element) {
    return Stream.concat(
        TimerDeclarationImpl.getDeclarationsForScope(element).values().stream(),
        TimerDeclarationImpl.getTimeoutListenerDeclarationsForScope(element).values().stream()
            .map(Map::values)
            .flatMap(all -> all.stream()));
  }
}
