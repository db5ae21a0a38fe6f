package io.onewindow.engine;

import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationProvider;
import org.camunda.bpm.engine.rest.security.auth.ProcessEngineAuthenticationFilter;

/** Asks who is calling; nothing behind it is exempt but what {@link PublicPaths} names. */
final class SignInFilter extends ProcessEngineAuthenticationFilter {

  SignInFilter(AuthenticationProvider provider) {
    authenticationProvider = provider;
  }

  /** The engine's own filter would make its provider from a class name. */
  @Override
  public void init(FilterConfig configuration) {
    // the provider came with the constructor
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (PublicPaths.include((HttpServletRequest) request)) {
      chain.doFilter(request, response);
    } else {
      super.doFilter(request, response, chain);
    }
  }

  /** The engine's own filter would let everybody read the list of engines. */
  @Override
  protected boolean requiresEngineAuthentication(String path) {
    return true;
  }
}
