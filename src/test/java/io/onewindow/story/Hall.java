package io.onewindow.story;

import static java.util.Comparator.comparing;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A hall under a clock that the story moves. People act under their own permissions; timers fire in
 * the order they are due, at the instant they are due.
 */
@Component
public class Hall {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private final RuntimeService runtime;
  private final TaskService tasks;
  private final ManagementService management;
  private final IdentityService identity;
  private final HistoryService history;
  private final JdbcClient jdbc;

  Hall(
      RuntimeService runtime,
      TaskService tasks,
      ManagementService management,
      IdentityService identity,
      HistoryService history,
      JdbcClient jdbc) {
    this.runtime = runtime;
    this.tasks = tasks;
    this.management = management;
    this.identity = identity;
    this.history = history;
    this.jdbc = jdbc;
  }

  /** Moves the clock, e.g. {@code 2026-09-30T16:00}, firing every timer on the way. */
  public void itIs(String localTime) {
    Date now = date(localTime);
    for (Job next = firstDue(now); next != null; next = firstDue(now)) {
      ClockUtil.setCurrentTime(next.getDuedate());
      management.executeJob(next.getId());
    }
    ClockUtil.setCurrentTime(now);
  }

  private Job firstDue(Date now) {
    ClockUtil.setCurrentTime(now);
    return management
        .createJobQuery()
        .active()
        .executable()
        .orderByJobDuedate()
        .asc()
        .list()
        .stream()
        .filter(job -> job.getDuedate() != null)
        .findFirst()
        .orElse(null);
  }

  /** The day it is now, e.g. {@code 2026-09-30}. */
  public String today() {
    return local(ClockUtil.getCurrentTime()).toLocalDate().toString();
  }

  /** Ends every case and forgets it, so that the next story begins in an empty hall. */
  public void closes() {
    runtime
        .createProcessInstanceQuery()
        .rootProcessInstances()
        .list()
        // what a case asked of others ends with it
        .forEach(
            instance ->
                runtime.deleteProcessInstanceIfExists(
                    instance.getId(), "end of story", false, false, false, false));
    List<String> past =
        history.createHistoricProcessInstanceQuery().list().stream()
            .map(HistoricProcessInstance::getId)
            .toList();
    if (!past.isEmpty()) {
      history.deleteHistoricProcessInstances(past);
    }
    forgetWhoTookPart();
    forgetWhatWasIssued();
    ClockUtil.reset();
  }

  /** An application of the next story is alike to none of this one. */
  private void forgetWhoTookPart() {
    jdbc.sql("delete from ow_case_party").update();
    jdbc.sql("delete from ow_case_term").update();
    jdbc.sql("update ow_case set place_hash = null").update();
  }

  /** What is issued once only may be issued in the next story. */
  private void forgetWhatWasIssued() {
    for (String table :
        List.of(
            "ow_accepted_section",
            "ow_accepted_facility",
            "ow_issued_permit",
            "ow_filed_opinion",
            "ow_registered_opinion")) {
      jdbc.sql("delete from " + table).update();
    }
  }

  /** A person starts a case with these fields of the start form. */
  public ProcessInstance starts(String person, String service, Map<String, Object> form) {
    return as(
        person,
        () ->
            runtime
                .createProcessInstanceByKey(service)
                .processDefinitionWithoutTenantId()
                .setVariables(new HashMap<>(form))
                .execute());
  }

  /** A person completes the task of that name in the case, if it stands in the person's list. */
  public void completes(
      String person, ProcessInstance theCase, String taskName, Map<String, Object> form) {
    String task = task(person, theCase, taskName).getId();
    as(
        person,
        () -> {
          tasks.complete(task, new HashMap<>(form));
          return null;
        });
  }

  /** A person answers what another department asked in the case of that number. */
  public void answersInquiry(String person, String receiptNo, Map<String, Object> answer) {
    as(
        person,
        () -> {
          Task asked =
              tasks
                  .createTaskQuery()
                  .processInstanceBusinessKey(receiptNo)
                  .taskDefinitionKey("userTask_answerInquiry")
                  .singleResult();
          assertThat(asked).as("征询在 %s 的任务列表中", person).isNotNull();
          tasks.complete(asked.getId(), new HashMap<>(answer));
          return null;
        });
  }

  /** The task as the person sees it; fails if it does not stand in the person's list. */
  public Task task(String person, ProcessInstance theCase, String name) {
    // asked beforehand: few may see the instances themselves
    TaskQuery ofThisCase = ofCase(theCase).taskName(name);
    List<Task> found = as(person, ofThisCase::list);
    assertThat(found).as("%s 在 %s 的任务列表中", name, person).hasSize(1);
    return found.get(0);
  }

  /** Names of the open tasks a person sees, in alphabetical order. */
  public List<String> listOf(String person) {
    return as(
        person, () -> tasks.createTaskQuery().list().stream().map(Task::getName).sorted().toList());
  }

  /** Names of all open tasks of a case. */
  public List<String> openTasks(ProcessInstance theCase) {
    return ofCase(theCase).list().stream().map(Task::getName).sorted().toList();
  }

  /** When the open task of that name is due, as local time. */
  public LocalDateTime dueOf(ProcessInstance theCase, String taskName) {
    Task task = ofCase(theCase).taskName(taskName).singleResult();
    assertThat(task).as("任务 %s", taskName).isNotNull();
    return local(task.getDueDate());
  }

  /** When the last timer of that element fires; a task's own last timer is its amber light. */
  public LocalDateTime timerOf(ProcessInstance theCase, String activityId) {
    Optional<Date> last =
        instancesOf(theCase).stream()
            .flatMap(
                instance ->
                    management
                        .createJobQuery()
                        .processInstanceId(instance)
                        .activityId(activityId)
                        .timers()
                        .list()
                        .stream())
            .map(Job::getDuedate)
            .max(Comparator.naturalOrder());
    assertThat(last).as("定时器 %s", activityId).isPresent();
    return local(last.get());
  }

  public Object variable(ProcessInstance theCase, String name) {
    var found =
        history.createHistoricVariableInstanceQuery().variableName(name).list().stream()
            .filter(variable -> theCase.getId().equals(variable.getRootProcessInstanceId()))
            // its own first, then those of the processes it calls
            .sorted(Comparator.comparing(v -> !v.getProcessInstanceId().equals(theCase.getId())))
            .map(HistoricVariableInstance::getValue)
            .filter(Objects::nonNull)
            .findFirst();
    return found.orElse(null);
  }

  public boolean hasEnded(ProcessInstance theCase) {
    return history
            .createHistoricProcessInstanceQuery()
            .processInstanceId(theCase.getId())
            .finished()
            .count()
        == 1;
  }

  /**
   * Ids of the elements the case has passed or stands on, in the order it came to them. The test's
   * clock stands still between acts, so elements of one instant are told apart by their ids, which
   * the engine makes from the machine's time (UUID version 1).
   */
  public List<String> path(ProcessInstance theCase) {
    return history.createHistoricActivityInstanceQuery().list().stream()
        .filter(activity -> theCase.getId().equals(activity.getRootProcessInstanceId()))
        .sorted(
            comparing(HistoricActivityInstance::getStartTime).thenComparing(Hall::instantOfItsId))
        .map(HistoricActivityInstance::getActivityId)
        .toList();
  }

  private static long instantOfItsId(HistoricActivityInstance activity) {
    String id = activity.getId();
    return UUID.fromString(id.substring(id.length() - 36)).timestamp();
  }

  /** The open tasks of a case, those in the processes it calls included. */
  private TaskQuery ofCase(ProcessInstance theCase) {
    return tasks.createTaskQuery().processInstanceIdIn(instancesOf(theCase).toArray(String[]::new));
  }

  /** Never empty, even of an ended case or for a person who may not see instances. */
  private List<String> instancesOf(ProcessInstance theCase) {
    Authentication person = identity.getCurrentAuthentication();
    identity.clearAuthentication();
    try {
      Stream<String> running =
          runtime.createProcessInstanceQuery().list().stream()
              .filter(one -> theCase.getId().equals(one.getRootProcessInstanceId()))
              .map(ProcessInstance::getId);
      return Stream.concat(Stream.of(theCase.getId()), running).distinct().toList();
    } finally {
      identity.setAuthentication(person);
    }
  }

  /** Does something under a person's permissions, then goes on under those held before. */
  public <T> T as(String person, Supplier<T> deed) {
    List<String> groups =
        identity.createGroupQuery().groupMember(person).list().stream()
            .map(group -> group.getId())
            .toList();
    List<String> tenants =
        identity.createTenantQuery().userMember(person).list().stream()
            .map(tenant -> tenant.getId())
            .toList();
    Authentication before = identity.getCurrentAuthentication();
    identity.setAuthentication(person, groups, tenants);
    try {
      return deed.get();
    } finally {
      identity.setAuthentication(before);
    }
  }

  private static Date date(String localTime) {
    return Date.from(LocalDateTime.parse(localTime).atZone(ZONE).toInstant());
  }

  private static LocalDateTime local(Date date) {
    return LocalDateTime.ofInstant(date.toInstant(), ZONE);
  }
}
