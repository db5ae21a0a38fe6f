package io.onewindow.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.onewindow.problem.DatabaseAway;
import io.onewindow.problem.Problem;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.HistoryService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Rewrites the error answers of the engine's REST interface and of the web applications' own: a
 * Chinese sentence and the right status instead of exception texts. The shape ({@code type}, {@code
 * message}) stays what Tasklist and Cockpit expect.
 */
final class PlainErrorFilter extends OncePerRequestFilter {

  private static final Logger LOG = LoggerFactory.getLogger(PlainErrorFilter.class);

  /** After which asking again makes sense; our own default. */
  private static final String SECONDS_TO_WAIT = "5";

  private final ObjectMapper json;
  private final ErrorWording wording;

  PlainErrorFilter(ObjectMapper json, HistoryService history) {
    this.json = json;
    this.wording = new ErrorWording(history);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var held = new HeldErrorResponse(response);
    FailureInterceptor.forget();
    try {
      chain.doFilter(request, held);
      if (held.isError()) {
        answer(request, response, held.getStatus(), FailureInterceptor.last());
      }
    } catch (Problem refused) {
      answer(request, response, refused.status(), refused);
    } catch (ServletException | RuntimeException failure) {
      if (DatabaseAway.in(failure) == null || response.isCommitted()) {
        throw failure;
      }
      response.resetBuffer();
      int status = HttpServletResponse.SC_SERVICE_UNAVAILABLE;
      answer(request, response, status, new IllegalStateException(failure));
    } finally {
      FailureInterceptor.forget();
    }
  }

  private void answer(
      HttpServletRequest request,
      HttpServletResponse response,
      int status,
      RuntimeException failure)
      throws IOException {
    Problem problem = wording.of(failure, status, request.getRequestURI());
    String message = problem.getMessage();
    if (problem.status() == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
      if (!response.containsHeader("Retry-After")) {
        response.setHeader("Retry-After", SECONDS_TO_WAIT);
      }
      LOG.warn("{} {}: {}", request.getMethod(), request.getRequestURI(), failure.getMessage());
    } else if (problem.status() >= 500) {
      String reference = UUID.randomUUID().toString();
      LOG.error(
          "{} {} failed, reference {}",
          request.getMethod(),
          request.getRequestURI(),
          reference,
          failure);
      message += "请将编号 " + reference + " 告知运维人员。";
    }
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("type", "Problem");
    body.put("message", message);
    body.put("problem", problem.code());
    body.put("fields", problem.fields());
    response.setStatus(problem.status());
    response.setContentType("application/json;charset=UTF-8");
    byte[] bytes = json.writeValueAsBytes(body);
    // the length that the withheld body was announced with is not this one's
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
  }
}
