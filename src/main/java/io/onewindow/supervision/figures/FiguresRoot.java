package io.onewindow.supervision.figures;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.camunda.bpm.cockpit.plugin.resource.AbstractCockpitPluginRootResource;

/** Entry of the plugin's resources: {@code /camunda/api/cockpit/plugin/onewindow-figures/…}. */
@Path("plugin/" + FiguresPlugin.ID)
public class FiguresRoot extends AbstractCockpitPluginRootResource {

  public FiguresRoot() {
    super(FiguresPlugin.ID);
  }

  @Path("{engineName}/figures")
  public FiguresResource figures(@PathParam("engineName") String engineName) {
    return subResource(new FiguresResource(engineName), engineName);
  }
}
