package io.onewindow.promise;

import java.util.Set;
import org.camunda.bpm.tasklist.plugin.spi.impl.AbstractTasklistPlugin;

/** Adds the remaining time to the cards of Tasklist; the web application's session guards it. */
public class TaskClockPlugin extends AbstractTasklistPlugin {

  static final String ID = "onewindow";

  @Override
  public String getId() {
    return ID;
  }

  @Override
  public Set<Class<?>> getResourceClasses() {
    return Set.of(TaskClockRoot.class);
  }

  @Override
  public String getAssetDirectory() {
    return "plugin-webapp/onewindow";
  }
}
