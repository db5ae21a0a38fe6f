package io.onewindow.engine;

import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/** Remembers why a command of this request failed, so that its answer can be put into words. */
final class FailureInterceptor extends CommandInterceptor {

  private static final ThreadLocal<RuntimeException> LAST = new ThreadLocal<>();

  @Override
  public <T> T execute(Command<T> command) {
    try {
      return next.execute(command);
    } catch (RuntimeException failure) {
      LAST.set(failure);
      throw failure;
    }
  }

  static <T extends RuntimeException> T remember(T failure) {
    LAST.set(failure);
    return failure;
  }

  /** The last failure on this thread since {@link #forget()}, or null. */
  static RuntimeException last() {
    return LAST.get();
  }

  static void forget() {
    LAST.remove();
  }
}
