package io.onewindow.casefile;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.camunda.bpm.tasklist.resource.AbstractTasklistPluginRootResource;

/** Entry of the plugin's resources: {@code /camunda/api/tasklist/plugin/onewindow/…}. */
@Path("plugin/" + TaskCardPlugin.ID)
public class TaskCardRoot extends AbstractTasklistPluginRootResource {

  public TaskCardRoot() {
    super(TaskCardPlugin.ID);
  }

  @Path("{engineName}/task-card")
  public TaskCardResource taskCard(@PathParam("engineName") String engineName) {
    return subResource(new TaskCardResource(engineName), engineName);
  }
}
