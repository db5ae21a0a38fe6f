package io.onewindow.engine;

import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;

/**
 * Gives each command what it asks for from us: mostly a manager of ours for one of the engine's.
 */
record OwnSession(Class<? extends Session> asked, Supplier<? extends Session> ours)
    implements SessionFactory {

  @Override
  public Class<?> getSessionType() {
    return asked;
  }

  @Override
  public Session openSession() {
    return ours.get();
  }
}
