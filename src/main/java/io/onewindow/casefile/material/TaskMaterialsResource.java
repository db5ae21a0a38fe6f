package io.onewindow.casefile.material;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.onewindow.engine.Callers;
import io.onewindow.engine.EngineBeans;
import io.onewindow.engine.PluginAnswers;
import io.onewindow.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.util.function.Supplier;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.tasklist.resource.AbstractTasklistPluginResource;

/** The materials of the case that a task belongs to, for those who may see the task. */
@Produces(TaskMaterialsResource.JSON)
public class TaskMaterialsResource extends AbstractTasklistPluginResource {

  static final String JSON = MediaType.APPLICATION_JSON + ";charset=UTF-8";

  private final String taskId;

  public TaskMaterialsResource(String engineName, String taskId) {
    super(engineName);
    this.taskId = taskId;
  }

  @GET
  public String show() {
    return answer(() -> desk().show(receiptNo()));
  }

  /** The body is the file itself. */
  @POST
  @Path("{materialId}/files")
  @Consumes(MediaType.APPLICATION_OCTET_STREAM)
  public String upload(
      @PathParam("materialId") String materialId,
      @QueryParam("name") String name,
      @Context HttpServletRequest request,
      InputStream content) {
    return answer(
        () ->
            desk().upload(receiptNo(), materialId, name, request.getContentLengthLong(), content));
  }

  @POST
  @Path("{materialId}/{act}")
  @Consumes(MediaType.APPLICATION_JSON)
  public String act(
      @PathParam("materialId") String materialId, @PathParam("act") String act, byte[] body) {
    return answer(
        () ->
            desk()
                .act(
                    receiptNo(),
                    materialId,
                    act,
                    MaterialOrder.read(bean(ObjectMapper.class), body)));
  }

  @POST
  @Path("files/{fileId}/withdrawal")
  @Consumes(MediaType.APPLICATION_JSON)
  public String withdraw(@PathParam("fileId") String fileId) {
    return answer(() -> desk().withdraw(receiptNo(), fileId));
  }

  @GET
  @Path("files/{fileId}")
  @Produces(MediaType.WILDCARD)
  public Response download(@PathParam("fileId") String fileId) {
    return PluginAnswers.of(
        () -> file(bean(MaterialDownloads.class).toDownload(receiptNo(), fileId), false));
  }

  @GET
  @Path("files/{fileId}/preview")
  @Produces(MediaType.WILDCARD)
  public Response preview(@PathParam("fileId") String fileId) {
    return PluginAnswers.of(
        () -> file(bean(MaterialDownloads.class).toShow(receiptNo(), fileId), true));
  }

  private Response file(MaterialFile file, boolean shown) {
    MaterialDownloads downloads = bean(MaterialDownloads.class);
    StreamingOutput content = out -> downloads.write(file, out);
    Response.ResponseBuilder response = Response.ok(content);
    MaterialDownloads.headers(file, shown).forEach(response::header);
    return response.build();
  }

  /** Of the case, also where the task stands in a part that the case's process calls. */
  private String receiptNo() {
    Task task = getProcessEngine().getTaskService().createTaskQuery().taskId(taskId).singleResult();
    if (task == null) {
      throw Problem.notFound("task-absent", "未找到该任务，或者任务已经办结，或者您无权查看。");
    }
    ProcessInstance instance =
        bean(Callers.class)
            .asSystem(
                () ->
                    getProcessEngine()
                        .getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceId(task.getProcessInstanceId())
                        .singleResult());
    if (instance == null || instance.getBusinessKey() == null) {
      throw Problem.notFound("unknown-case", "该任务不属于任何办件。");
    }
    return instance.getBusinessKey();
  }

  private MaterialDesk desk() {
    return bean(MaterialDesk.class);
  }

  private <T> T bean(Class<T> type) {
    return EngineBeans.find(getProcessEngine(), type);
  }

  private String answer(Supplier<Object> work) {
    return PluginAnswers.of(
        () -> {
          try {
            return bean(ObjectMapper.class).writeValueAsString(work.get());
          } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
          }
        });
  }
}
