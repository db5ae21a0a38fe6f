package io.onewindow.casefile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.onewindow.casefile.search.CaseSearch;
import io.onewindow.casefile.search.SearchPage;
import io.onewindow.engine.EngineBeans;
import io.onewindow.engine.PluginAnswers;
import io.onewindow.problem.Problem;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import org.camunda.bpm.tasklist.resource.AbstractTasklistPluginResource;

/** The search for those who are signed in to Tasklist. */
@Produces(TaskClockResource.JSON)
public class CaseSearchResource extends AbstractTasklistPluginResource {

  CaseSearchResource(String engineName) {
    super(engineName);
  }

  /**
   * @param page counted from 0; none means the first
   */
  @GET
  public String find(@QueryParam("q") String typed, @QueryParam("page") String page) {
    return PluginAnswers.of(() -> json(bean(CaseSearch.class).find(typed, number(page))));
  }

  private static int number(String page) {
    if (page == null) {
      return 0;
    }
    if (page.matches("\\d{1,4}")) {
      return Integer.parseInt(page);
    }
    throw Problem.badRequest("page-malformed", "页码应为不小于 0 的整数。");
  }

  private <T> T bean(Class<T> type) {
    return EngineBeans.find(getProcessEngine(), type);
  }

  private String json(SearchPage page) {
    try {
      return bean(ObjectMapper.class).writeValueAsString(page);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
