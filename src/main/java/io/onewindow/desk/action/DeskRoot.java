package io.onewindow.desk.action;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.camunda.bpm.tasklist.resource.AbstractTasklistPluginRootResource;

/** Entry of the plugin's resources: {@code /camunda/api/tasklist/plugin/onewindow-desk/…}. */
@Path("plugin/" + DeskPlugin.ID)
public class DeskRoot extends AbstractTasklistPluginRootResource {

  public DeskRoot() {
    super(DeskPlugin.ID);
  }

  @Override
  protected List<String> getAllowedAssets() {
    List<String> assets = super.getAllowedAssets();
    assets.addAll(List.of("app/acts.js", "app/desk.js", "app/desk-forms.js", "app/desk-server.js"));
    return assets;
  }

  @Path("{engineName}/task/{taskId}/actions")
  public TaskActsResource taskActs(
      @PathParam("engineName") String engineName, @PathParam("taskId") String taskId) {
    return subResource(new TaskActsResource(engineName, taskId), engineName);
  }

  @Path("{engineName}/desk")
  public DeskResource desk(@PathParam("engineName") String engineName) {
    return subResource(new DeskResource(engineName), engineName);
  }
}
