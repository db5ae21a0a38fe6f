package io.onewindow.casefile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.onewindow.department.People;
import io.onewindow.engine.EngineBeans;
import io.onewindow.engine.PluginAnswers;
import io.onewindow.problem.Problem;
import io.onewindow.promise.ClockActs;
import io.onewindow.promise.ClockStories;
import io.onewindow.promise.OfficersChoices;
import io.onewindow.promise.PauseKind;
import io.onewindow.promise.PromiseClock;
import io.onewindow.promise.StepClock;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.tasklist.resource.AbstractTasklistPluginResource;

/**
 * The clock of one task, for those who may see the task: its story, and the officers' acts on it.
 * Refusals are put into words by the filter around the web applications.
 */
@Produces(TaskClockResource.JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class TaskClockResource extends AbstractTasklistPluginResource {

  static final String JSON = MediaType.APPLICATION_JSON + ";charset=UTF-8";

  /** Why the clocks are to be stopped. */
  public record PauseOrder(String kind, String noticeNo, String reason) {}

  /** By how many working days the law's limit is to be extended. */
  public record ExtensionOrder(int units, String reason) {}

  private final String taskId;

  TaskClockResource(String engineName, String taskId) {
    super(engineName);
    this.taskId = taskId;
  }

  @GET
  public String show() {
    return PluginAnswers.of(() -> json(view(task())));
  }

  /** Stops the case's clocks. */
  @POST
  @Path("pauses")
  public void pause(String body) {
    act(
        () -> {
          PauseOrder order = read(body, PauseOrder.class);
          return acts()
              .pause(service(task()), kind(order.kind()), order.noticeNo(), order.reason());
        });
  }

  /** Ends one pause. */
  @POST
  @Path("pauses/{pauseId}/resumption")
  public void resume(@PathParam("pauseId") String pauseId) {
    act(
        () -> {
          acts().resume(service(task()), pauseId);
          return pauseId;
        });
  }

  /** Extends the law's limit, once. */
  @POST
  @Path("extension")
  public void extend(String body) {
    act(
        () -> {
          ExtensionOrder order = read(body, ExtensionOrder.class);
          acts().extend(service(task()), order.units(), order.reason());
          return taskId;
        });
  }

  private void act(Supplier<String> deed) {
    PluginAnswers.of(deed);
  }

  private Task task() {
    Task found =
        getProcessEngine().getTaskService().createTaskQuery().taskId(taskId).singleResult();
    if (found == null) {
      throw Problem.notFound("task-absent", "未找到该任务，或者任务已经办结，或者您无权查看。");
    }
    return found;
  }

  private Optional<StepClock> clock(Task task) {
    return bean(PromiseClock.class).runningAt(List.of(task.getExecutionId())).stream()
        .filter(one -> one.activityId().equals(task.getTaskDefinitionKey()))
        .findFirst();
  }

  /** The process instance of the service whose clocks an officer may stop at this task. */
  private String service(Task task) {
    return clock(task).map(StepClock::processInstanceId).orElse(task.getProcessInstanceId());
  }

  private TaskClockView view(Task task) {
    Optional<StepClock> clock = clock(task);
    String instance = task.getProcessInstanceId();
    CaseRecord file =
        Optional.ofNullable(bean(CaseFile.class).ofInstances(List.of(instance)).get(instance))
            .orElseThrow(() -> Problem.notFound("unknown-case", "该任务不属于任何办件。"));
    return new TaskClockView(
        file.receiptNo(),
        file.subject(),
        file.applicantName(),
        task.getName(),
        clock.map(one -> one.light().name().toLowerCase(Locale.ROOT)).orElse(null),
        clock.map(bean(PromiseClock.class)::remaining).orElse(null),
        CaseViews.local(bean(Clock.class).instant()),
        clock.map(bean(ClockStories.class)::of).orElse(null),
        TaskClockView.Choice.of(
            bean(OfficersChoices.class).of(service(task)), bean(People.class)::nameOf));
  }

  private static PauseKind kind(String code) {
    return Arrays.stream(PauseKind.values())
        .filter(kind -> kind.name().equals(code))
        .findFirst()
        .orElse(null);
  }

  private ClockActs acts() {
    return bean(ClockActs.class);
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

  private <T> T read(String body, Class<T> type) {
    try {
      T order = bean(ObjectMapper.class).readValue(body == null ? "" : body, type);
      if (order != null) {
        return order;
      }
    } catch (JsonProcessingException malformed) {
      // told below, as for an empty body
    }
    throw Problem.badRequest("body-malformed", "请求正文不是有效的 JSON，或字段类型不正确。");
  }
}
