package io.onewindow.desk.action;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** An absence begins: the deputy gets the tasks. */
@Component("handOverDelegate")
class HandOverDelegate implements JavaDelegate {

  private final Deputies deputies;
  private final DeputyTasks tasks;

  HandOverDelegate(Deputies deputies, DeputyTasks tasks) {
    this.deputies = deputies;
    this.tasks = tasks;
  }

  @Override
  public void execute(DelegateExecution execution) {
    tasks.handOver(deputies.of(execution));
  }
}
