package io.onewindow.casefile;

import io.onewindow.calendar.WorkCalendar;
import io.onewindow.engine.EngineBeans;
import io.onewindow.promise.PromiseClock;
import io.onewindow.promise.StepClock;
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
import org.springframework.util.StringUtils;

/** What the cards on a page of Tasklist say, for those tasks the reader may see. */
public class TaskCardResource extends AbstractTasklistPluginResource {

  /**
   * One card: the case it belongs to and the clock it stands under.
   *
   * @param light {@code green}, {@code amber} or {@code red}
   * @param remaining working time left or exceeded, in Chinese
   * @param basis what the time rests on, in Chinese
   * @param due when the time ends, ISO 8601 with the offset of Asia/Shanghai
   * @param remark what else is to be known of the task, in Chinese; null for nothing
   */
  public record Card(
      String receiptNo,
      String applicant,
      String subject,
      String light,
      String remaining,
      String basis,
      String due,
      boolean provisional,
      String remark) {}

  private static final int MOST = 200;

  TaskCardResource(String engineName) {
    super(engineName);
  }

  /**
   * @param ids task ids, separated by commas; at most 200 are answered
   * @return card by task id; a task the reader may not see is left out
   */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public Map<String, Card> cards(@QueryParam("ids") String ids) {
    String[] asked = StringUtils.tokenizeToStringArray(ids, ",");
    if (asked.length == 0) {
      return Map.of();
    }
    List<Task> visible =
        getProcessEngine().getTaskService().createTaskQuery().taskIdIn(asked).listPage(0, MOST);
    List<String> instances = visible.stream().map(Task::getProcessInstanceId).distinct().toList();
    PromiseClock clocks = EngineBeans.find(getProcessEngine(), "promiseClock", PromiseClock.class);
    CaseFile files = EngineBeans.find(getProcessEngine(), "caseFile", CaseFile.class);
    Map<String, StepClock> running =
        clocks.runningAt(visible.stream().map(Task::getExecutionId).toList()).stream()
            .collect(Collectors.toMap(TaskCardResource::place, Function.identity()));
    Map<String, CaseRecord> cases = files.ofInstances(instances);
    Map<String, String> remarks =
        EngineBeans.find(getProcessEngine(), TaskRemarks.class)
            .of(cases.values().stream().map(CaseRecord::receiptNo).distinct().toList());
    Map<String, Card> answer = new HashMap<>();
    for (Task task : visible) {
      StepClock clock = running.get(task.getExecutionId() + task.getTaskDefinitionKey());
      CaseRecord file = cases.get(task.getProcessInstanceId());
      if (clock != null && file != null) {
        String remark = remarks.get(task.getId());
        answer.put(task.getId(), card(file, clock, clocks.remaining(clock), remark));
      }
    }
    return answer;
  }

  private static String place(StepClock clock) {
    return clock.executionId() + clock.activityId();
  }

  private static Card card(CaseRecord file, StepClock clock, String remaining, String remark) {
    return new Card(
        file.receiptNo(),
        file.applicantName(),
        file.subject(),
        clock.light().name().toLowerCase(Locale.ROOT),
        remaining,
        clock.basis().label(),
        clock.dueAt().atZone(WorkCalendar.ZONE).toOffsetDateTime().toString(),
        clock.provisional(),
        remark);
  }
}
