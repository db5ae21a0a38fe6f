package io.onewindow.engine;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;

/** Gives plugins of the web applications, which Spring does not create, the beans they need. */
public final class EngineBeans {

  private EngineBeans() {}

  /** The bean of that type, for plugins only: models may not see it. */
  public static <T> T find(ProcessEngine engine, Class<T> type) {
    var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    return ((ModelBeans) configuration.getBeans()).hidden(type);
  }

  /**
   * @throws IllegalArgumentException if models may not see a bean of that name
   */
  public static <T> T find(ProcessEngine engine, String name, Class<T> type) {
    var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    Object bean = configuration.getBeans().get(name);
    if (bean == null) {
      throw new IllegalArgumentException("no bean " + name + " is open to models and plugins");
    }
    return type.cast(bean);
  }
}
