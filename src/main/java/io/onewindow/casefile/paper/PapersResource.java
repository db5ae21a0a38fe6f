package io.onewindow.casefile.paper;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.onewindow.casefile.CaseFile;
import io.onewindow.casefile.CaseRecord;
import io.onewindow.engine.EngineBeans;
import io.onewindow.engine.PluginAnswers;
import io.onewindow.problem.Problem;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.tasklist.resource.AbstractTasklistPluginResource;

/** The papers of the case a task belongs to, for those who may see the task. */
public class PapersResource extends AbstractTasklistPluginResource {

  private final String taskId;

  public PapersResource(String engineName, String taskId) {
    super(engineName);
    this.taskId = taskId;
  }

  /** The papers in the order they were issued. */
  @GET
  @Produces(MediaType.APPLICATION_JSON + ";charset=UTF-8")
  public String list() {
    return PluginAnswers.of(() -> json(papers().of(receiptNo())));
  }

  /**
   * One paper as PDF.
   *
   * @param download whether the browser is to keep the file instead of showing it
   */
  @GET
  @Path("{paperNo}")
  @Produces(PdfAnswer.TYPE)
  public Response file(
      @PathParam("paperNo") String paperNo, @QueryParam("download") boolean download) {
    return PluginAnswers.of(
        () -> {
          Paper paper = papers().of(receiptNo(), paperNo);
          Response.ResponseBuilder answer = Response.ok(papers().pdf(paper), PdfAnswer.TYPE);
          PdfAnswer.headers(paper, download).forEach(answer::header);
          return answer.build();
        });
  }

  /** A task may stand in a called process; it belongs to the case all the same. */
  private String receiptNo() {
    Task task = getProcessEngine().getTaskService().createTaskQuery().taskId(taskId).singleResult();
    if (task == null) {
      throw Problem.notFound("task-absent", "未找到该任务，或者任务已经办结，或者您无权查看。");
    }
    String instance = task.getProcessInstanceId();
    return Optional.ofNullable(
            EngineBeans.find(getProcessEngine(), CaseFile.class)
                .ofInstances(List.of(instance))
                .get(instance))
        .map(CaseRecord::receiptNo)
        .orElseThrow(() -> Problem.notFound("unknown-case", "该任务不属于任何办件。"));
  }

  private OfficialsPapers papers() {
    return EngineBeans.find(getProcessEngine(), OfficialsPapers.class);
  }

  private String json(Object answer) {
    try {
      return EngineBeans.find(getProcessEngine(), ObjectMapper.class).writeValueAsString(answer);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
