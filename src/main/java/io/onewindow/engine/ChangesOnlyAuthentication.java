package io.onewindow.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.rest.security.auth.ProcessEngineAuthenticationFilter;

/** Lets everybody read and asks for a name and password before anything is changed. */
class ChangesOnlyAuthentication extends ProcessEngineAuthenticationFilter {

  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  private final ObjectMapper json;

  ChangesOnlyAuthentication(ObjectMapper json) {
    this.json = json;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (READING.contains(((HttpServletRequest) request).getMethod())) {
      chain.doFilter(request, response);
      return;
    }
    super.doFilter(request, response, chain);
    HttpServletResponse answer = (HttpServletResponse) response;
    if (answer.getStatus() == HttpServletResponse.SC_UNAUTHORIZED && !answer.isCommitted()) {
      explain(answer);
    }
  }

  private void explain(HttpServletResponse answer) throws IOException {
    Map<String, Object> problem = new LinkedHashMap<>();
    problem.put("type", "about:blank");
    problem.put("title", "请先登录");
    problem.put("status", HttpServletResponse.SC_UNAUTHORIZED);
    problem.put("detail", "用户名或密码不正确，或者没有提供。本次操作没有生效。");
    problem.put("code", "login-required");
    answer.setContentType("application/problem+json");
    answer.setCharacterEncoding(StandardCharsets.UTF_8.name());
    answer.getWriter().write(json.writeValueAsString(problem));
  }
}
