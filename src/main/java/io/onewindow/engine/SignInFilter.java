package io.onewindow.engine;

import jakarta.servlet.FilterConfig;
import org.camunda.bpm.engine.rest.security.auth.ProcessEngineAuthenticationFilter;

/** Asks for a person's name and password; no path behind it is exempt. */
final class SignInFilter extends ProcessEngineAuthenticationFilter {

  @Override
  public void init(FilterConfig configuration) {
    authenticationProvider = new SignIn();
  }

  /** The engine's own filter would let everybody read the list of engines. */
  @Override
  protected boolean requiresEngineAuthentication(String path) {
    return true;
  }
}
