package io.onewindow.engine;

import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Something known until the transaction at hand ends, so that it need not be read again and again
 * in between. Without a transaction nothing is known.
 */
public final class WithinTransaction<T> {

  /** What is known, or else what {@code first} answers. */
  @SuppressWarnings("unchecked")
  public T get(Supplier<T> first) {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      return first.get();
    }
    Known known = (Known) TransactionSynchronizationManager.getResource(this);
    if (known == null) {
      known = new Known(first.get());
      TransactionSynchronizationManager.bindResource(this, known);
      TransactionSynchronizationManager.registerSynchronization(known);
    }
    return (T) known.value;
  }

  /** What one transaction knows. */
  private final class Known implements TransactionSynchronization {

    private final Object value;

    private Known(Object value) {
      this.value = value;
    }

    @Override
    public void suspend() {
      TransactionSynchronizationManager.unbindResource(WithinTransaction.this);
    }

    @Override
    public void resume() {
      TransactionSynchronizationManager.bindResource(WithinTransaction.this, this);
    }

    @Override
    public void afterCompletion(int status) {
      TransactionSynchronizationManager.unbindResourceIfPossible(WithinTransaction.this);
    }
  }
}
