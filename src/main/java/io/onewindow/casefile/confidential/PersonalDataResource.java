package io.onewindow.casefile.confidential;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.onewindow.engine.EngineBeans;
import io.onewindow.engine.PluginAnswers;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.camunda.bpm.tasklist.resource.AbstractTasklistPluginResource;

/** Personal numbers of the case a task belongs to, for those who may see the task. */
@Produces(MediaType.APPLICATION_JSON + ";charset=UTF-8")
@Consumes(MediaType.APPLICATION_JSON)
public class PersonalDataResource extends AbstractTasklistPluginResource {

  /** Which number is wanted in full, and what for. */
  public record Wish(String item, String reason) {}

  private final String taskId;

  public PersonalDataResource(String engineName, String taskId) {
    super(engineName);
    this.taskId = taskId;
  }

  /** Every number of the case, masked. */
  @GET
  public String masked() {
    return PluginAnswers.of(() -> json(data().masked(taskId)));
  }

  /** One number in full; the wish is recorded. */
  @POST
  @Path("full")
  public String inFull(Wish wish) {
    return PluginAnswers.of(
        () -> json(Map.of("full", data().inFull(taskId, wish.item(), wish.reason()))));
  }

  private PersonalData data() {
    return EngineBeans.find(getProcessEngine(), PersonalData.class);
  }

  private String json(Object answer) {
    try {
      return EngineBeans.find(getProcessEngine(), ObjectMapper.class).writeValueAsString(answer);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
