package io.onewindow.casefile;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.tasklist.plugin.spi.TasklistPlugin;
import org.camunda.bpm.webapp.plugin.resource.PluginResourceOverride;

/** Adds case and remaining time to the cards of Tasklist; the web session guards its data. */
public class TaskCardPlugin implements TasklistPlugin {

  static final String ID = "onewindow";

  @Override
  public String getId() {
    return ID;
  }

  @Override
  public Set<Class<?>> getResourceClasses() {
    return Set.of(TaskCardRoot.class);
  }

  @Override
  public String getAssetDirectory() {
    return "plugin-webapp/onewindow";
  }

  @Override
  public List<PluginResourceOverride> getResourceOverrides() {
    return List.of();
  }
}
