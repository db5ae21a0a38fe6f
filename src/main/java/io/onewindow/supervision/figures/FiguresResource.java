package io.onewindow.supervision.figures;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.onewindow.engine.EngineBeans;
import io.onewindow.engine.PluginAnswers;
import io.onewindow.problem.Problem;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.cockpit.plugin.resource.AbstractCockpitPluginResource;

/** The same answers as {@link FiguresApi}, for Cockpit's own session. */
@Produces(FiguresResource.JSON)
public class FiguresResource extends AbstractCockpitPluginResource {

  static final String JSON = "application/json;charset=UTF-8";

  FiguresResource(String engineName) {
    super(engineName);
  }

  @GET
  @Path("{name}")
  public String answer(@PathParam("name") String name, @Context UriInfo asked) {
    Map<String, String> given = new HashMap<>();
    asked.getQueryParameters().forEach((key, values) -> given.put(key, values.get(0)));
    return json(() -> bean(Figures.class).answer(name, given));
  }

  @POST
  @Path("supervise")
  @Consumes(MediaType.APPLICATION_JSON)
  public String supervise(String body) {
    return json(() -> bean(Figures.class).supervise(read(body)));
  }

  private SuperviseOrder read(String body) {
    try {
      SuperviseOrder order =
          bean(ObjectMapper.class).readValue(body == null ? "" : body, SuperviseOrder.class);
      if (order != null) {
        return order;
      }
    } catch (JsonProcessingException malformed) {
      // told below, as for an empty body
    }
    throw Problem.badRequest("body-malformed", "请求正文不是有效的 JSON，或字段类型不正确。");
  }

  @POST
  @Path("rebuild")
  public String rebuild() {
    return json(() -> bean(Figures.class).rebuild());
  }

  private <T> T bean(Class<T> type) {
    return EngineBeans.find(getProcessEngine(), type);
  }

  private String json(Supplier<Object> answer) {
    return PluginAnswers.of(() -> written(answer.get()));
  }

  private String written(Object answer) {
    try {
      return bean(ObjectMapper.class).writeValueAsString(answer);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
