package io.onewindow.supervision.metrics;

import io.onewindow.problem.ProblemDocument;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets in the machine that has the token of the settings. */
final class MetricsDoor extends OncePerRequestFilter {

  private static final String BEARER = "Bearer ";

  private static final ProblemDocument REFUSAL =
      new ProblemDocument(
          HttpServletResponse.SC_UNAUTHORIZED,
          "须出示令牌",
          "请以设置 onewindow.metrics.token 的值作 Bearer 令牌。",
          "metrics-token");

  private final String token;

  /**
   * @param token null or empty keeps the door shut
   */
  MetricsDoor(String token) {
    this.token = token == null ? "" : token;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (!isRight(request.getHeader(HttpHeaders.AUTHORIZATION))) {
      refuse(response);
    } else {
      chain.doFilter(request, response);
    }
  }

  private static void refuse(HttpServletResponse response) throws IOException {
    response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    REFUSAL.answer(response);
  }

  private boolean isRight(String authorization) {
    return !token.isEmpty()
        && authorization != null
        && authorization.startsWith(BEARER)
        && MessageDigest.isEqual(bytes(token), bytes(authorization.substring(BEARER.length())));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
