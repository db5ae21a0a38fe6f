package io.onewindow.promise;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.camunda.bpm.tasklist.resource.AbstractTasklistPluginRootResource;

/** Entry of the plugin's resources: {@code /camunda/api/tasklist/plugin/onewindow/…}. */
@Path("plugin/" + TaskClockPlugin.ID)
public class TaskClockRoot extends AbstractTasklistPluginRootResource {

  public TaskClockRoot() {
    super(TaskClockPlugin.ID);
  }

  @Path("{engineName}/task-clock")
  public TaskClockResource taskClock(@PathParam("engineName") String engineName) {
    return subResource(new TaskClockResource(engineName), engineName);
  }
}
