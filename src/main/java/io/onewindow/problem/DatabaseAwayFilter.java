package io.onewindow.problem;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers for the filters, such as those that bring the session and ask who is calling, when they
 * meet a database that is away: a page to who opens one, a problem document to everybody else.
 */
final class DatabaseAwayFilter extends OncePerRequestFilter {

  private static final Logger LOG = LoggerFactory.getLogger(DatabaseAwayFilter.class);

  private static final String PAGE =
      """
      <!DOCTYPE html><html lang="zh-CN"><head><meta charset="UTF-8">\
      <meta name="viewport" content="width=device-width, initial-scale=1"><title>%s</title></head>\
      <body><h1>%s</h1><p>%s</p></body></html>\
      """;

  private final ObjectMapper json;

  DatabaseAwayFilter(ObjectMapper json) {
    this.json = json;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      chain.doFilter(request, response);
    } catch (ServletException | RuntimeException failure) {
      Problem away = DatabaseAway.in(failure);
      if (away == null || response.isCommitted()) {
        throw failure;
      }
      LOG.warn("{} {}: {}", request.getMethod(), request.getRequestURI(), failure.getMessage());
      answer(request, response, away);
    }
  }

  private void answer(HttpServletRequest request, HttpServletResponse response, Problem away)
      throws IOException {
    var document = ProblemAdvice.answer(away);
    boolean asPage = ProblemDocument.isForPerson(request);
    discard(response);
    response.setStatus(away.status());
    document
        .getHeaders()
        .forEach((name, values) -> values.forEach(one -> response.setHeader(name, one)));
    response.setContentType(
        asPage ? "text/html;charset=UTF-8" : MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    String title = document.getBody().getTitle();
    // the web applications show what stands there
    document.getBody().setProperty("message", away.getMessage());
    String body =
        asPage
            ? PAGE.formatted(title, title, away.getMessage())
            : json.writeValueAsString(document.getBody());
    response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
  }

  /** Takes back the answer that was begun, but not what every answer tells the browser. */
  private static void discard(HttpServletResponse response) {
    Map<String, String> general = new HashMap<>();
    for (String name : response.getHeaderNames()) {
      if (!name.toLowerCase(Locale.ROOT).startsWith("content-t")) {
        general.put(name, response.getHeader(name));
      }
    }
    response.reset();
    general.remove(HttpHeaders.CONTENT_LENGTH);
    general.forEach(response::setHeader);
  }
}
