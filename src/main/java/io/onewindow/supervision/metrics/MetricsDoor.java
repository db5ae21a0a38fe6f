package io.onewindow.supervision.metrics;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets in the machine that has the token of the settings. */
final class MetricsDoor extends OncePerRequestFilter {

  private static final String BEARER = "Bearer ";

  private static final byte[] REFUSAL =
      bytes(
          """
          {"type":"about:blank","title":"须出示令牌","status":401,\
          "detail":"请以设置 onewindow.metrics.token 的值作 Bearer 令牌。","code":"metrics-token"}""");

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
    response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
    response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.setContentLength(REFUSAL.length);
    response.getOutputStream().write(REFUSAL);
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
