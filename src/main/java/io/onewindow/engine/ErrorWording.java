package io.onewindow.engine;

import static java.util.stream.Collectors.joining;

import io.onewindow.problem.DatabaseAway;
import io.onewindow.problem.Problem;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.history.HistoricTaskInstance;

/** Puts a failed engine request into one Chinese sentence with the status that fits it. */
final class ErrorWording {

  private static final Pattern TASK_PATH = Pattern.compile("/task/([^/]+)");

  /** Where a screen's own form signs in. */
  private static final Pattern LOGIN_PATH = Pattern.compile("/login/\\w+$");

  /** One text, whatever the reason, so that nobody learns which accounts there are. */
  private static final String WRONG = "用户名或密码不正确，或者账号因多次输错暂停登录；请稍后再试。";

  /** A plan by its number, with the place in it. */
  private static final Pattern CLAUSE = Pattern.compile("\\p{IsHan}+〔\\d{4}〕\\d+号 ?[^，。；：“”、\\s]*");

  private static final int MOST_PLACES = 5;

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

  private final HistoryService history;

  ErrorWording(HistoryService history) {
    this.history = history;
  }

  /**
   * @param failure what the engine threw, or null when the request never reached it
   * @param status the status the answer had
   * @param path the path of the request
   */
  Problem of(RuntimeException failure, int status, String path) {
    Problem own = Problem.in(failure);
    if (own != null) {
      return own;
    }
    Problem away = DatabaseAway.in(failure);
    if (away != null) {
      return away;
    }
    if (failure instanceof OptimisticLockingException || FailureCause.isLostRace(failure)) {
      return Problem.conflict("changed-meanwhile", "该事项刚刚被他人处理，请刷新后再试；您填写的内容没有提交。");
    }
    if (failure instanceof TaskAlreadyClaimedException) {
      return Problem.conflict("claimed-already", "该任务刚刚被他人认领，请刷新后再试。");
    }
    // whoever loses a race may fail anywhere on the way: the winner has taken the rest away
    Optional<Problem> closed = failure == null ? Optional.empty() : closed(path);
    if (closed.isPresent()) {
      return closed.get();
    }
    if (failure instanceof AuthorizationException) {
      return Problem.forbidden("not-permitted", "您没有办理此项操作的权限。");
    }
    boolean nothingThere =
        failure instanceof NullValueException
            || failure instanceof NotFoundException
            || FailureCause.isGoneJob(failure)
            || FailureCause.isOtherTenant(failure);
    if (nothingThere || status == 404 || FailureCause.isAboutNothing(failure)) {
      return absent(path);
    }
    if (FailureCause.isUncaughtError(failure)) {
      return Problem.conflict("error-not-modelled", "流程没有为此情形设定去向，任务仍待办理。");
    }
    if (FailureCause.isRefusedValue(failure)) {
      return Problem.badRequest("value-refused", "有的值过长，或者类型、字符不可用；系统未作任何更改。");
    }
    if (FailureCause.isAlreadyThere(failure)) {
      return Problem.conflict("already-there", "已经有了，或者所属的对象不存在；系统未作任何更改。");
    }
    if (failure instanceof ParseException malformed) {
      return refusedModel(malformed);
    }
    if (FailureCause.isRefusedTable(failure)) {
      return Problem.badRequest("model-refused", "决策表不能部署：内容不符合 DMN 的规则，例如缺少输入、输出或编号。");
    }
    if (FailureCause.isRefusedForm(failure)) {
      return Problem.badRequest("model-refused", "表单不能部署：不是表单的 JSON，或者编码不是 UTF-8。");
    }
    if (FailureCause.isUnaskableOfJobs(failure)) {
      return Problem.badRequest(
          "conditions-exclusive", "查询作业时，jobId、jobDefinitionId 和 activityId 只能使用其中一个。");
    }
    if (failure instanceof BadUserRequestException || FailureCause.isCallersFault(failure)) {
      return Problem.badRequest("request-refused", "请求有误，系统未作任何更改。");
    }
    return byStatus(status, path);
  }

  /** A task that once existed is closed: a conflict. One that never did is not found. */
  private Problem absent(String path) {
    return closed(path).orElseGet(() -> Problem.notFound("not-found", "未找到该任务或办件，或者您无权查看。"));
  }

  private Optional<Problem> closed(String path) {
    Matcher task = TASK_PATH.matcher(path);
    return task.find()
        ? history.createHistoricTaskInstanceQuery().taskId(task.group(1)).finished().list().stream()
            .findFirst()
            .map(ErrorWording::closed)
        : Optional.empty();
  }

  /** What a department has said once it does not say again; the step cites where that is from. */
  private static Problem closed(HistoricTaskInstance task) {
    String description = task.getDescription() == null ? "" : task.getDescription();
    String clauses =
        CLAUSE.matcher(description).results().map(MatchResult::group).collect(joining("、"));
    return Problem.conflict(
        "task-closed",
        "“%s”已于 %s 办结，一个环节只办理一次、意见只出具一次%s。请刷新任务列表；您填写的内容没有提交。"
            .formatted(
                task.getName(),
                MINUTE.format(task.getEndTime().toInstant()),
                clauses.isEmpty() ? "" : "（" + clauses + "）"));
  }

  /** Which file and where; the engine's own sentences are English and name what it is made of. */
  private static Problem refusedModel(ParseException malformed) {
    String places =
        malformed.getResorceReports().stream()
            .flatMap(
                file -> file.getErrors().stream().map(one -> place(file.getResourceName(), one)))
            .distinct()
            .limit(MOST_PLACES)
            .collect(joining("；"));
    return Problem.badRequest("model-refused", "模型不能部署：" + places + "不符合 BPMN 的规则。");
  }

  private static String place(String file, org.camunda.bpm.engine.Problem error) {
    String element = error.getMainElementId();
    return file + " 第 " + error.getLine() + " 行" + (element == null ? "" : "元素 " + element);
  }

  private static Problem byStatus(int status, String path) {
    return switch (status) {
      case 400 -> Problem.badRequest("request-malformed", "请求的格式或参数有误，系统未作任何更改。");
      case 401 ->
          Problem.of(401, "login-required", LOGIN_PATH.matcher(path).find() ? WRONG : "请先登录。");
      case 403 -> Problem.forbidden("not-permitted", "您没有办理此项操作的权限。");
      case 405, 406, 415 -> Problem.of(status, "request-kind", "此接口不支持这种请求方式。");
      case 409 -> Problem.conflict("conflict", "与现状冲突，系统未作任何更改。");
      default -> Problem.of(status < 500 ? status : 500, "internal", "系统出错，本次操作没有生效。");
    };
  }
}
