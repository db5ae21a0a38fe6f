package io.onewindow.supervision;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.cockpit.plugin.spi.CockpitPlugin;
import org.camunda.bpm.webapp.plugin.resource.PluginResourceOverride;

/**
 * The supervisor's screens in Cockpit: dashboard, heat map, lists and the story of a case. The web
 * session guards what they read.
 */
public class ScreensPlugin implements CockpitPlugin {

  static final String ID = "onewindow-supervision";

  @Override
  public String getId() {
    return ID;
  }

  @Override
  public Set<Class<?>> getResourceClasses() {
    return Set.of(ScreensRoot.class);
  }

  @Override
  public String getAssetDirectory() {
    return "plugin-webapp/" + ID;
  }

  /** Own statements on the engine's tables are not used: services answer. */
  @Override
  public List<String> getMappingFiles() {
    return List.of();
  }

  @Override
  public List<PluginResourceOverride> getResourceOverrides() {
    return List.of();
  }
}
