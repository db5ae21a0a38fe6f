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
 * Lets a path through only as it is meant to be written. The web applications decide on the raw
 * path who must sign in, the container decides on the decoded one what answers, and Jersey cuts the
 * raw one by the length of the decoded: with {@code /../}, {@code ;} or {@code //} in it one
 * resource could be asked for under another's name, past the sign-in. The resource that creates the
 * first administrator is closed altogether, and so is the one where external workers wait for work:
 * no model leaves any to them, and it answers from a thread of its own, past all that puts failures
 * into words.
 */
final class LiteralPathFilter extends OncePerRequestFilter {

  private static final Pattern AMBIGUOUS =
      Pattern.compile(";|\\\\|%3b|%5c|%2f|/(\\.|%2e){1,2}(/|$)", Pattern.CASE_INSENSITIVE);
  private static final Pattern SETUP = Pattern.compile("/camunda/api/admin/+setup(/.*)?");
  private static final Pattern WORKERS = Pattern.compile("/.*/external-task/+fetchAndLock/*");

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String path = decoded(request);
    if (!isLiteral(request) || SETUP.matcher(path).matches() || WORKERS.matcher(path).matches()) {
      throw Problem.notFound("not-found", "没有这个页面或接口。");
    }
    chain.doFilter(request, response);
  }

  private static boolean isLiteral(HttpServletRequest request) {
    String raw = request.getRequestURI();
    String answering = request.getContextPath() + request.getServletPath();
    boolean asMapped = raw.equals(answering) || raw.startsWith(answering + "/");
    return asMapped && !AMBIGUOUS.matcher(raw).find();
  }

  private static String decoded(HttpServletRequest request) {
    String rest = request.getPathInfo();
    return request.getServletPath() + (rest == null ? "" : rest);
  }
}
