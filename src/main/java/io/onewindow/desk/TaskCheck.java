package io.onewindow.desk;

import io.onewindow.problem.Problem;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;

/** What a service checks of a task beyond its form's own rules, before it may be completed. */
public interface TaskCheck {

  /** The fields that are wrong, empty when all is in order. */
  List<Problem.Field> violations(DelegateTask task);

  /** Key of the model the task stands in; a definition's id holds it only while it is short. */
  static String modelOf(DelegateTask task) {
    return task.getProcessEngineServices()
        .getRepositoryService()
        .getProcessDefinition(task.getProcessDefinitionId())
        .getKey();
  }
}
