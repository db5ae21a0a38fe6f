package io.onewindow.engine;

import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Set;
import org.camunda.bpm.engine.rest.security.auth.ProcessEngineAuthenticationFilter;

/** Lets everybody read and asks for a name and password before anything is changed. */
final class ChangesOnlySignIn extends ProcessEngineAuthenticationFilter {

  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  @Override
  public void init(FilterConfig configuration) {
    authenticationProvider = new SignIn();
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (READING.contains(((HttpServletRequest) request).getMethod())) {
      chain.doFilter(request, response);
    } else {
      super.doFilter(request, response, chain);
    }
  }

  @Override
  protected boolean requiresEngineAuthentication(String path) {
    return true;
  }
}
