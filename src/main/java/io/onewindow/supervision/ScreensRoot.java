package io.onewindow.supervision;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.cockpit.plugin.resource.AbstractCockpitPluginRootResource;

/** Entry of the plugin's resources: {@code /camunda/api/cockpit/plugin/onewindow-supervision/…}. */
@Path("plugin/" + ScreensPlugin.ID)
public class ScreensRoot extends AbstractCockpitPluginRootResource {

  /** The modules that {@code plugin.js} imports, directly or not. */
  private static final List<String> MODULES =
      List.of(
          "acts",
          "attributable",
          "case-story",
          "case-timeline",
          "chart",
          "compare",
          "cycle-times",
          "dashboard",
          "days",
          "dom",
          "exchanges",
          "filters",
          "heat",
          "heat-measures",
          "heat-paint",
          "heat-parts",
          "jurisdictions",
          "late-cases",
          "list",
          "open-cases",
          "page",
          "server",
          "trend",
          "words");

  public ScreensRoot() {
    super(ScreensPlugin.ID);
  }

  @Override
  protected List<String> getAllowedAssets() {
    return Stream.concat(
            super.getAllowedAssets().stream(), MODULES.stream().map("app/%s.js"::formatted))
        .toList();
  }

  @Path("{engineName}/stories")
  public CaseStoryResource stories(@PathParam("engineName") String engineName) {
    return subResource(new CaseStoryResource(engineName), engineName);
  }
}
