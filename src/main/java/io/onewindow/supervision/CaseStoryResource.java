package io.onewindow.supervision;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.onewindow.casefile.CaseAccess;
import io.onewindow.casefile.CaseFile;
import io.onewindow.casefile.CaseRecord;
import io.onewindow.engine.Caller;
import io.onewindow.engine.Callers;
import io.onewindow.engine.EngineBeans;
import io.onewindow.engine.PluginAnswers;
import io.onewindow.problem.Problem;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.cockpit.plugin.resource.AbstractCockpitPluginResource;

/** How a case went, for those who may see it and are signed in to Cockpit. */
@Produces("application/json;charset=UTF-8")
public class CaseStoryResource extends AbstractCockpitPluginResource {

  CaseStoryResource(String engineName) {
    super(engineName);
  }

  /** The story of the case of that number, also when it is closed. */
  @GET
  @Path("cases/{receiptNo}")
  public String ofCase(@PathParam("receiptNo") String receiptNo) {
    return PluginAnswers.of(() -> told(bean(CaseAccess.class).file(receiptNo)));
  }

  /** The story of the case a running process instance belongs to. */
  @GET
  @Path("instances/{processInstanceId}")
  public String ofInstance(@PathParam("processInstanceId") String instance) {
    return PluginAnswers.of(
        () ->
            Optional.ofNullable(file(instance))
                .filter(file -> reader().worksFor(file.jurisdiction()))
                .map(this::told)
                // the same words for both, so that no number of another's case is told
                .orElseThrow(() -> Problem.notFound("unknown-case", "该流程实例不属于任何办件，或者您无权查看。")));
  }

  private CaseRecord file(String instance) {
    return bean(Callers.class)
        .asSystem(() -> bean(CaseFile.class).ofInstances(List.of(instance)))
        .get(instance);
  }

  private Caller reader() {
    return bean(Callers.class)
        .current()
        .orElseThrow(() -> Problem.of(401, "login-required", "请先登录。"));
  }

  private String told(CaseRecord file) {
    return json(bean(Callers.class).asSystem(() -> bean(CaseStories.class).of(file)));
  }

  private <T> T bean(Class<T> type) {
    return EngineBeans.find(getProcessEngine(), type);
  }

  private String json(Object answer) {
    try {
      return bean(ObjectMapper.class).writeValueAsString(answer);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
