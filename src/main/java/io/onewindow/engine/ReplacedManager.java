package io.onewindow.engine;

import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;

/** Gives each command a manager of ours, mostly where it asks for one of the engine's. */
record ReplacedManager(Class<? extends Session> engines, Supplier<? extends Session> ours)
    implements SessionFactory {

  @Override
  public Class<?> getSessionType() {
    return engines;
  }

  @Override
  public Session openSession() {
    return ours.get();
  }
}
