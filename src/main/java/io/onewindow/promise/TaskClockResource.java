package io.onewindow.promise;

import io.onewindow.engine.EngineBeans;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.tasklist.resource.AbstractTasklistPluginResource;

/** The clocks of the tasks on a page of Tasklist, for those tasks the reader may see. */
public class TaskClockResource extends AbstractTasklistPluginResource {

  private static final int MOST = 200;

  /**
   * A task's clock on its card.
   *
   * @param basis what the time rests on, in Chinese
   * @param remaining working time left or exceeded, in Chinese
   */
  public record CardClock(String light, String remaining, String basis, boolean provisional) {}

  TaskClockResource(String engineName) {
    super(engineName);
  }

  /**
   * @param ids task ids, separated by commas; at most 200 are answered
   * @return clock by task id; a task the reader may not see is left out
   */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public Map<String, CardClock> clocks(@QueryParam("ids") String ids) {
    if (ids == null || ids.isBlank()) {
      return Map.of();
    }
    String[] asked = ids.split(",");
    List<Task> visible =
        getProcessEngine().getTaskService().createTaskQuery().taskIdIn(asked).listPage(0, MOST);
    PromiseClock clock = EngineBeans.find(getProcessEngine(), "promiseClock", PromiseClock.class);
    Map<String, StepClock> running =
        clock.running(visible.stream().map(Task::getProcessInstanceId).distinct().toList()).stream()
            .collect(Collectors.toMap(TaskClockResource::place, Function.identity()));
    Map<String, CardClock> answer = new HashMap<>();
    for (Task task : visible) {
      StepClock found = running.get(task.getProcessInstanceId() + task.getTaskDefinitionKey());
      if (found != null) {
        answer.put(task.getId(), card(clock, found));
      }
    }
    return answer;
  }

  private static String place(StepClock clock) {
    return clock.processInstanceId() + clock.activityId();
  }

  private static CardClock card(PromiseClock clock, StepClock found) {
    return new CardClock(
        found.light().name().toLowerCase(Locale.ROOT),
        clock.remaining(found),
        found.basis().label(),
        found.provisional());
  }
}
