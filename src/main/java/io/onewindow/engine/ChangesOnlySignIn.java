package io.onewindow.engine;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Set;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationProvider;

/** Lets everybody read and asks who is calling before anything is changed. */
final class ChangesOnlySignIn extends SignInFilter {

  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  ChangesOnlySignIn(AuthenticationProvider provider) {
    super(provider);
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
}
