package io.onewindow.engine;

import org.camunda.bpm.engine.delegate.DelegateTask;

/**
 * Looks at what a task was completed with before anything else hears of it, be it written in a
 * model or in a program: what listens may rely on what was checked.
 */
public interface CompletionCheck {

  /**
   * @param task holds what was submitted already
   * @throws io.onewindow.problem.Problem when the task must not be completed so; then nothing of it
   *     is kept
   */
  void completing(DelegateTask task);
}
