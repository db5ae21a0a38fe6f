package io.onewindow.sandbox;

import io.onewindow.casefile.CaseHappened;
import io.onewindow.demo.Work;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Sees what happens in the hall, whoever did it; what was undone has not happened. */
@Component
@Profile("sandbox")
class Watch {

  /** Either new work or what happened to a case; the other is null. */
  record Seen(Work work, CaseHappened happened) {}

  private final Queue<Seen> seen = new ConcurrentLinkedQueue<>();

  @EventListener(condition = "#task.eventName == 'create'")
  void created(DelegateTask task) {
    afterwards(new Seen(Work.of(task), null));
  }

  @EventListener
  void happened(CaseHappened event) {
    afterwards(new Seen(null, event));
  }

  /** The next thing that nobody has looked at. */
  Optional<Seen> next() {
    return Optional.ofNullable(seen.poll());
  }

  void forget() {
    seen.clear();
  }

  private void afterwards(Seen one) {
    if (TransactionSynchronizationManager.isSynchronizationActive()) {
      TransactionSynchronizationManager.registerSynchronization(
          new TransactionSynchronization() {
            @Override
            public void afterCommit() {
              seen.add(one);
            }
          });
    } else {
      seen.add(one);
    }
  }
}
