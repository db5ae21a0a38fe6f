package io.onewindow.desk.action;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** An absence is over: what the deputy has not done goes back. */
@Component("handBackDelegate")
class HandBackDelegate implements JavaDelegate {

  private final Deputies deputies;
  private final DeputyTasks tasks;

  HandBackDelegate(Deputies deputies, DeputyTasks tasks) {
    this.deputies = deputies;
    this.tasks = tasks;
  }

  @Override
  public void execute(DelegateExecution execution) {
    tasks.handBack(deputies.of(execution));
  }
}
