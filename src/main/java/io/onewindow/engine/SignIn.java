package io.onewindow.engine;

import jakarta.servlet.http.HttpServletResponse;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.rest.security.auth.impl.HttpBasicAuthenticationProvider;

/** HTTP Basic; who is refused gets a problem document in Chinese beside the challenge. */
final class SignIn extends HttpBasicAuthenticationProvider {

  /** No database need be asked for a name that none can hold. */
  @Override
  protected boolean isAuthenticated(ProcessEngine engine, String userName, String password) {
    return userName.indexOf('\0') < 0 && super.isAuthenticated(engine, userName, password);
  }

  @Override
  public void augmentResponseByAuthenticationChallenge(
      HttpServletResponse response, ProcessEngine engine) {
    SignInRequired.answer(response, "Basic realm=\"OneWindow\", charset=\"UTF-8\"");
  }
}
