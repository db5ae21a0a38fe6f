package io.onewindow.casefile;

import io.onewindow.casefile.confidential.DraftsResource;
import io.onewindow.casefile.confidential.PersonalDataResource;
import io.onewindow.casefile.material.TaskMaterialsResource;
import io.onewindow.casefile.paper.PapersResource;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.camunda.bpm.tasklist.resource.AbstractTasklistPluginRootResource;

/** Entry of the plugin's resources: {@code /camunda/api/tasklist/plugin/onewindow/…}. */
@Path("plugin/" + TaskCardPlugin.ID)
public class TaskCardRoot extends AbstractTasklistPluginRootResource {

  public TaskCardRoot() {
    super(TaskCardPlugin.ID);
  }

  @Override
  protected List<String> getAllowedAssets() {
    List<String> assets = super.getAllowedAssets();
    assets.addAll(List.of("app/task-clock.js", "app/task-clock-acts.js", "app/task-clock-text.js"));
    assets.addAll(List.of("app/task-materials.js", "app/task-materials-acts.js"));
    assets.add("app/papers.js");
    assets.add("app/personal-data.js");
    assets.add("app/navbar-search.js");
    return assets;
  }

  @Path("{engineName}/task-card")
  public TaskCardResource taskCard(@PathParam("engineName") String engineName) {
    return subResource(new TaskCardResource(engineName), engineName);
  }

  @Path("{engineName}/task-materials/{taskId}")
  public TaskMaterialsResource taskMaterials(
      @PathParam("engineName") String engineName, @PathParam("taskId") String taskId) {
    return subResource(new TaskMaterialsResource(engineName, taskId), engineName);
  }

  @Path("{engineName}/task-clock/{taskId}")
  public TaskClockResource taskClock(
      @PathParam("engineName") String engineName, @PathParam("taskId") String taskId) {
    return subResource(new TaskClockResource(engineName, taskId), engineName);
  }

  @Path("{engineName}/papers/{taskId}")
  public PapersResource papers(
      @PathParam("engineName") String engineName, @PathParam("taskId") String taskId) {
    return subResource(new PapersResource(engineName, taskId), engineName);
  }

  @Path("{engineName}/personal-data/{taskId}")
  public PersonalDataResource personalData(
      @PathParam("engineName") String engineName, @PathParam("taskId") String taskId) {
    return subResource(new PersonalDataResource(engineName, taskId), engineName);
  }

  @Path("{engineName}/drafts")
  public DraftsResource drafts(@PathParam("engineName") String engineName) {
    return subResource(new DraftsResource(engineName), engineName);
  }

  @Path("{engineName}/cases")
  public CaseSearchResource cases(@PathParam("engineName") String engineName) {
    return subResource(new CaseSearchResource(engineName), engineName);
  }
}
