package io.onewindow.promise;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Stops the clock of a step when its task ends, however it ends. Before anybody else does anything
 * about that: a timer that ends the task writes the clock before the case, and two that write both
 * the other way round wait for each other.
 */
@Component
class ClockEvents {

  private final PromiseClock clock;

  ClockEvents(PromiseClock clock) {
    this.clock = clock;
  }

  @Order(Ordered.HIGHEST_PRECEDENCE)
  @EventListener(condition = "#task.eventName == 'complete' || #task.eventName == 'delete'")
  void taskEnded(DelegateTask task) {
    clock.stop(task);
  }
}
