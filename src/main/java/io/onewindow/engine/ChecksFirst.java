package io.onewindow.engine;

import java.util.function.Supplier;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Puts the check of a completion before the listeners that its model names: those the engine calls
 * its own are asked first.
 */
final class ChecksFirst extends AbstractBpmnParseListener {

  private final Supplier<CompletionCheck> check;

  /**
   * @param check asked for at each completion, since it is made after the engine
   */
  ChecksFirst(Supplier<CompletionCheck> check) {
    this.check = check;
  }

  @Override
  public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
    ((UserTaskActivityBehavior) activity.getActivityBehavior())
        .getTaskDefinition()
        .addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, this::completing);
  }

  /**
   * Whoever read the task just before somebody else completed it finds its execution gone, and what
   * was submitted is kept nowhere: no reason to say that it is missing.
   */
  private void completing(DelegateTask task) {
    if (task.getExecution() == null) {
      throw new OptimisticLockingException("task " + task.getId() + " has just been completed");
    }
    check.get().completing(task);
  }
}
