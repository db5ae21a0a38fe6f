package io.onewindow.supervision.figures;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.cockpit.plugin.spi.CockpitPlugin;
import org.camunda.bpm.webapp.plugin.resource.PluginResourceOverride;

/** Adds the figures to Cockpit; the web session guards them. */
public class FiguresPlugin implements CockpitPlugin {

  static final String ID = "onewindow-figures";

  @Override
  public String getId() {
    return ID;
  }

  @Override
  public List<String> getMappingFiles() {
    return List.of();
  }

  @Override
  public Set<Class<?>> getResourceClasses() {
    return Set.of(FiguresRoot.class);
  }

  @Override
  public String getAssetDirectory() {
    return "plugin-webapp/" + ID;
  }

  @Override
  public List<PluginResourceOverride> getResourceOverrides() {
    return List.of();
  }
}
