package io.onewindow.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.onewindow.problem.Problem;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Closes the engine's own ways of passing a task on: they ask for no reason, and a due date set by
 * hand would not be the promise's. The officers' acts do the same with a reason and a record;
 * claiming for oneself and giving back what is one's own stay open and are recorded as they happen,
 * and so does the date on which an officer wants to be reminded.
 */
final class TaskFence extends OncePerRequestFilter {

  private static final Pattern PASSED_ON =
      Pattern.compile("/task/[^/]+/(assignee|delegate|resolve|identity-links(/delete)?)/?$");

  /** A remark or a file that no act and no list of materials knows of. */
  private static final Pattern BESIDE =
      Pattern.compile("/task/[^/]+/(comment|attachment)/create/?$");

  /** What models wait for is sent by the system. */
  private static final Pattern EVENT =
      Pattern.compile(
          "^/(?:engine-rest|camunda/api/engine)(?:/engine/[^/]+)?/(signal|message|condition"
              + "|execution/[^/]+/(signal|messageSubscriptions/[^/]+/trigger))/?$");

  private static final Pattern CLAIMED = Pattern.compile("/task/[^/]+/claim/?$");
  private static final Pattern GIVEN_BACK = Pattern.compile("/task/([^/]+)/unclaim/?$");
  private static final Pattern REWRITTEN = Pattern.compile("/task/([^/]+)/?$");

  private static final DateTimeFormatter ENGINES =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSZ");

  private final ObjectMapper json;
  private final TaskService tasks;
  private final Callers callers;

  TaskFence(ObjectMapper json, TaskService tasks, Callers callers) {
    this.json = json;
    this.tasks = tasks;
    this.callers = callers;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String path = request.getRequestURI();
    Matcher rewritten = REWRITTEN.matcher(path);
    if (request.getMethod().equals("POST") && PASSED_ON.matcher(path).find()) {
      throw Problem.forbidden("act-without-reason", "请在任务的“办理动作”页转办、委派、交回或改派，并写明理由；这里不能直接更改办理人。");
    }
    if (request.getMethod().equals("POST") && BESIDE.matcher(path).find()) {
      throw Problem.forbidden("act-without-reason", "意见请写在“办理动作”页或任务的表单里，文件请登记在“材料”页，才会留在办件中。");
    }
    if (request.getMethod().equals("POST") && EVENT.matcher(path).matches()) {
      throw Problem.forbidden("events-by-system", "流程等待的消息和信号由系统发出，不能从外部发送。");
    }
    if (request.getMethod().equals("DELETE") && rewritten.find()) {
      throw Problem.forbidden("task-kept", "任务由流程产生，只能办理，不能删除；申请人不办了的，请登记撤回。");
    }
    if (request.getMethod().equals("POST") && CLAIMED.matcher(path).find()) {
      chain.doFilter(claimedForOneself(request), response);
      return;
    }
    Matcher givenBack = GIVEN_BACK.matcher(path);
    if (request.getMethod().equals("POST") && givenBack.find()) {
      caller(request).ifPresent(caller -> refuseSomebodyElses(givenBack.group(1), caller));
    }
    if (!request.getMethod().equals("PUT") || !rewritten.find()) {
      chain.doFilter(request, response);
      return;
    }
    JsonNode wanted = json.readTree(request.getInputStream());
    Task task = tasks.createTaskQuery().taskId(rewritten.group(1)).singleResult();
    if (task != null && !isFollowUpOnly(wanted, task)) {
      throw Problem.forbidden("task-kept", "任务的到期时间由承诺时钟确定，名称和办理人不能直接改写；请使用“办理动作”页。");
    }
    if (wanted instanceof ObjectNode whole) {
      // part of what the engine tells of a task, and what it cannot read back
      whole.remove("camundaFormRef");
    }
    chain.doFilter(new RereadRequest(request, json.writeValueAsBytes(wanted)), response);
  }

  private HttpServletRequest claimedForOneself(HttpServletRequest request) throws IOException {
    JsonNode wanted = json.readTree(request.getInputStream());
    String whom = wanted.path("userId").asText(null);
    if (caller(request).filter(caller -> !caller.equals(whom)).isPresent()) {
      throw Problem.forbidden(
          "act-without-reason", "只能为自己签收任务（userId 为本人工号）；交给别人请在“办理动作”页转办、委派或改派，并写明理由。");
    }
    return new RereadRequest(request, json.writeValueAsBytes(wanted));
  }

  private void refuseSomebodyElses(String taskId, String caller) {
    Task task = tasks.createTaskQuery().taskId(taskId).singleResult();
    if (task != null && task.getAssignee() != null && !task.getAssignee().equals(caller)) {
      throw Problem.forbidden("act-without-reason", "任务由别人签收，只能由其本人放回；需要改派的，请在“办理动作”页写明理由办理。");
    }
  }

  /** The engine learns who works at a screen only behind this filter; empty for nobody. */
  private Optional<String> caller(HttpServletRequest request) {
    return callers
        .current()
        .map(Caller::id)
        .or(() -> Optional.ofNullable(request.getSession(false)).flatMap(ScreensSession::person));
  }

  /** The engine writes every field of the body, one that is missing as empty. */
  private static boolean isFollowUpOnly(JsonNode wanted, Task task) {
    return is(wanted, "name", task.getName())
        && is(wanted, "description", task.getDescription())
        && is(wanted, "assignee", task.getAssignee())
        && is(wanted, "owner", task.getOwner())
        && is(wanted, "delegationState", task.getDelegationState())
        && is(wanted, "parentTaskId", task.getParentTaskId())
        && is(wanted, "caseInstanceId", task.getCaseInstanceId())
        && is(wanted, "tenantId", task.getTenantId())
        && is(wanted, "priority", task.getPriority())
        && Objects.equals(
            due(wanted), task.getDueDate() == null ? null : task.getDueDate().toInstant());
  }

  private static Instant due(JsonNode wanted) {
    String due = wanted.path("due").asText(null);
    try {
      return due == null ? null : OffsetDateTime.parse(due, ENGINES).toInstant();
    } catch (DateTimeParseException malformed) {
      throw Problem.badRequest("request-malformed", "“due”应为日期时间，例如 2026-09-15T14:30:00.000+0800。");
    }
  }

  private static boolean is(JsonNode wanted, String field, Object kept) {
    String value = wanted.path(field).asText(null);
    return Objects.equals(value, kept == null ? null : kept.toString());
  }
}
