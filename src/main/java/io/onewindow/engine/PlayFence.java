package io.onewindow.engine;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Turns changes away while cases are played: they would be written with the time of the play.
 * Reading goes on, also where the web applications read by POST, and so does signing in and out.
 */
final class PlayFence extends OncePerRequestFilter {

  /** Whoever may end the play must reach it. */
  static final String PLAY = "/api/v1/demo/month";

  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
  private static final Pattern SIGN_IN =
      Pattern.compile("/auth/user/[^/]+/(login/[^/]+|logout)/?$");
  private static final Pattern QUERY =
      Pattern.compile(
          "/(engine-rest|engine/[^/]+)(/engine/[^/]+)?/"
              + "((task|process-instance|execution|variable-instance|job|history/(?!cleanup)[a-z-]+)(/count)?"
              + "|filter/[^/]+/(list|count|singleResult))/?$"
              + "|/camunda/api/cockpit/plugin/base/");

  private static final int SECONDS_TO_WAIT = 30;
  private static final byte[] PLAYING =
      """
      {"type":"about:blank","title":"暂不受理更改","status":503,\
      "detail":"正在生成演示办件，系统时钟停在过去，现在写入的时间会是错的；本次操作没有生效，请在生成结束后再办理。",\
      "code":"month-playing"}"""
          .getBytes(StandardCharsets.UTF_8);

  private final PlayedTime played;

  PlayFence(PlayedTime played) {
    this.played = played;
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
      refuse(response);
    }
  }

  private static boolean isHarmless(HttpServletRequest request) {
    String path = request.getRequestURI();
    return READING.contains(request.getMethod())
        || path.startsWith(PLAY)
        || SIGN_IN.matcher(path).find()
        || request.getMethod().equals("POST") && QUERY.matcher(path).find();
  }

  private static void refuse(HttpServletResponse response) throws IOException {
    response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    response.setIntHeader(HttpHeaders.RETRY_AFTER, SECONDS_TO_WAIT);
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.setContentLength(PLAYING.length);
    response.getOutputStream().write(PLAYING);
  }
}
