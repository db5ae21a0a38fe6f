package io.onewindow.promise;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Stops the clock of a step when its task ends, however it ends. */
@Component
class ClockEvents {

  private final PromiseClock clock;

  ClockEvents(PromiseClock clock) {
    this.clock = clock;
  }

  @EventListener(condition = "#task.eventName == 'complete' || #task.eventName == 'delete'")
  void taskEnded(DelegateTask task) {
    clock.stop(task);
  }
}
