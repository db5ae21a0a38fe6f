package io.onewindow.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.filter.OncePerRequestFilter;

/** Words the refusal of callers who did not sign in; the engine's own filter leaves it blank. */
final class LoginProblemFilter extends OncePerRequestFilter {

  private final ObjectMapper json;

  LoginProblemFilter(ObjectMapper json) {
    this.json = json;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    chain.doFilter(request, response);
    if (response.getStatus() == HttpServletResponse.SC_UNAUTHORIZED && !response.isCommitted()) {
      ProblemDetail body =
          ProblemDetail.forStatusAndDetail(HttpStatus.UNAUTHORIZED, "请先登录：用户名或密码不正确，或者没有提供。");
      body.setTitle("请先登录");
      body.setProperty("code", "login-required");
      response.setContentType("application/problem+json;charset=UTF-8");
      response.getOutputStream().write(json.writeValueAsBytes(body));
    }
  }
}
