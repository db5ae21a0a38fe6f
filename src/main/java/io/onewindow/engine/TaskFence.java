package io.onewindow.engine;

import io.onewindow.problem.Problem;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Closes the engine's own ways of passing a task on: they ask for no reason, and a due date set by
 * hand would not be the promise's. The officers' acts do the same with a reason and a record;
 * claiming and giving back stay open and are recorded as they happen.
 */
final class TaskFence extends OncePerRequestFilter {

  private static final Pattern PASSED_ON =
      Pattern.compile("/task/[^/]+/(assignee|delegate|resolve|identity-links(/delete)?)/?$");
  private static final Pattern REWRITTEN = Pattern.compile("/task/[^/]+/?$");

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String path = request.getRequestURI();
    if (request.getMethod().equals("POST") && PASSED_ON.matcher(path).find()) {
      throw Problem.forbidden("act-without-reason", "请在任务的“办理动作”页转办、委派、交回或改派，并写明理由；这里不能直接更改办理人。");
    }
    if (request.getMethod().equals("PUT") && REWRITTEN.matcher(path).find()) {
      throw Problem.forbidden("task-kept", "任务的到期时间由承诺时钟确定，名称和办理人不能直接改写；请使用“办理动作”页。");
    }
    chain.doFilter(request, response);
  }
}
