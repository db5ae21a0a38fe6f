package io.onewindow.desk.action;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.tasklist.plugin.spi.TasklistPlugin;
import org.camunda.bpm.webapp.plugin.resource.PluginResourceOverride;

/** Adds the officers' acts to Tasklist; the web session guards them. */
public class DeskPlugin implements TasklistPlugin {

  static final String ID = "onewindow-desk";

  @Override
  public String getId() {
    return ID;
  }

  @Override
  public Set<Class<?>> getResourceClasses() {
    return Set.of(DeskRoot.class);
  }

  @Override
  public String getAssetDirectory() {
    return "plugin-webapp/onewindow-desk";
  }

  @Override
  public List<PluginResourceOverride> getResourceOverrides() {
    return List.of();
  }
}
