package io.onewindow.production;

import io.onewindow.problem.ProblemDocument;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses what came unencrypted, before a password in it is looked at, and tells browsers. */
final class EncryptedOnly extends OncePerRequestFilter {

  private static final ProblemDocument REFUSAL =
      new ProblemDocument(
          HttpServletResponse.SC_FORBIDDEN,
          "须使用加密连接",
          "请改用 https:// 开头的地址；刚才若发送了密码，请尽快修改。",
          "https-required");

  /** One year, in seconds. */
  private static final String REMEMBER = "max-age=31536000";

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.isSecure()) {
      response.setHeader("Strict-Transport-Security", REMEMBER);
      chain.doFilter(request, response);
    } else {
      REFUSAL.answer(response);
    }
  }
}
