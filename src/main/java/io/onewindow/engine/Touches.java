package io.onewindow.engine;

import java.util.LinkedHashSet;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Collects the process instances in which something happens and tells of them once, just before the
 * transaction commits: whoever writes them down then does so with what happened, or not at all.
 */
@Component
public class Touches {

  private final ObjectProvider<TouchedInstances> listeners;
  private final StepRows rows;

  Touches(ObjectProvider<TouchedInstances> listeners, StepRows rows) {
    this.listeners = listeners;
    this.rows = rows;
  }

  /** Something happens in this process instance, or to what is recorded of it. */
  public void touched(String processInstanceId) {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      tell(Set.of(processInstanceId));
      return;
    }
    Noted noted = (Noted) TransactionSynchronizationManager.getResource(this);
    if (noted == null) {
      noted = new Noted();
      TransactionSynchronizationManager.bindResource(this, noted);
      TransactionSynchronizationManager.registerSynchronization(noted);
    }
    noted.add(processInstanceId);
  }

  private void tell(Set<String> processInstanceIds) {
    listeners.forEach(one -> one.touched(processInstanceIds));
  }

  /** What one transaction has touched. */
  private final class Noted implements TransactionSynchronization {

    private final Set<String> instances = new LinkedHashSet<>();

    void add(String processInstanceId) {
      if (instances.isEmpty()) {
        rows.beforeSending(this::tellSoFar);
      }
      instances.add(processInstanceId);
    }

    /** With what the step writes; whatever is touched after that is told of once more. */
    private void tellSoFar() {
      if (!instances.isEmpty()) {
        Set<String> soFar = Set.copyOf(instances);
        instances.clear();
        tell(soFar);
      }
    }

    @Override
    public void beforeCommit(boolean readOnly) {
      tellSoFar();
    }

    @Override
    public void suspend() {
      TransactionSynchronizationManager.unbindResource(Touches.this);
    }

    @Override
    public void resume() {
      TransactionSynchronizationManager.bindResource(Touches.this, this);
    }

    @Override
    public void afterCompletion(int status) {
      TransactionSynchronizationManager.unbindResourceIfPossible(Touches.this);
    }
  }
}
