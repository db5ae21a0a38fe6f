package io.onewindow.engine;

import io.onewindow.problem.Problem;
import io.onewindow.problem.ProblemDocument;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Turns changes away while cases are played: they would be written with the time of the play.
 * Reading goes on, also where the web applications read by POST, and so does signing in and out.
 */
final class PlayFence extends OncePerRequestFilter {

  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
  private static final Pattern SIGN_IN =
      Pattern.compile("/auth/user/[^/]+/(login/[^/]+|logout)/?$");
  private static final Pattern QUERY =
      Pattern.compile(
          "/(engine-rest|engine/[^/]+)(/engine/[^/]+)?/"
              + "((task|process-instance|execution|variable-instance|job|history/(?!cleanup)[a-z-]+)(/count)?"
              + "|filter/[^/]+/(list|count|singleResult))/?$"
              + "|/camunda/api/cockpit/plugin/base/");

  /** Where failures are put into the words that the engine's screens read. */
  private static final Pattern ENGINES = Pattern.compile("^/(engine-rest|camunda/api)/");

  private static final int SECONDS_TO_WAIT = 30;

  private final PlayedTime played;
  private final String own;
  private final String detail;
  private final String code;

  /**
   * @param own where the paths begin that stay open: whoever may end the play must reach it
   * @param detail told to those who are turned away, in Chinese
   * @param code stable code of that
   */
  PlayFence(PlayedTime played, String own, String detail, String code) {
    this.played = played;
    this.own = own;
    this.detail = detail;
    this.code = code;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (isHarmless(request)) {
      chain.doFilter(request, response);
    } else if (played.changeBegins()) {
      try {
        chain.doFilter(request, response);
      } finally {
        played.changeEnds();
      }
    } else {
      response.setIntHeader(HttpHeaders.RETRY_AFTER, SECONDS_TO_WAIT);
      refuse(request, response);
    }
  }

  private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
    int status = HttpServletResponse.SC_SERVICE_UNAVAILABLE;
    if (ENGINES.matcher(request.getRequestURI()).find()) {
      throw Problem.of(status, code, detail);
    }
    new ProblemDocument(status, "暂不受理更改", detail, code).answer(response);
  }

  private boolean isHarmless(HttpServletRequest request) {
    String path = request.getRequestURI();
    return READING.contains(request.getMethod())
        || path.startsWith(own)
        || SIGN_IN.matcher(path).find()
        || request.getMethod().equals("POST") && QUERY.matcher(path).find();
  }
}
