package io.onewindow.desk.action;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The acts on one task, for the tab 办理动作. */
@Produces(JsonResource.JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class TaskActsResource extends JsonResource {

  private final String taskId;

  TaskActsResource(String engineName, String taskId) {
    super(engineName);
    this.taskId = taskId;
  }

  @GET
  public String show() {
    return json(() -> bean(ActsViews.class).of(taskId));
  }

  /** Does one act. */
  @POST
  public void perform(String body) {
    act(() -> bean(TaskActs.class).perform(taskId, read(body, ActOrder.class)));
  }
}
