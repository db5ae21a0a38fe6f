package io.onewindow.engine;

import jakarta.servlet.FilterConfig;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationProvider;
import org.camunda.bpm.engine.rest.security.auth.ProcessEngineAuthenticationFilter;

/** Asks who is calling; no path behind it is exempt. */
class SignInFilter extends ProcessEngineAuthenticationFilter {

  SignInFilter(AuthenticationProvider provider) {
    authenticationProvider = provider;
  }

  /** The engine's own filter would make its provider from a class name. */
  @Override
  public void init(FilterConfig configuration) {
    // the provider came with the constructor
  }

  /** The engine's own filter would let everybody read the list of engines. */
  @Override
  protected boolean requiresEngineAuthentication(String path) {
    return true;
  }
}
