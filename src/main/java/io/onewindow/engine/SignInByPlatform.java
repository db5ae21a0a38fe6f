package io.onewindow.engine;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationProvider;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationResult;

/** Takes the identity platform's word for who is calling, groups and jurisdictions included. */
final class SignInByPlatform implements AuthenticationProvider {

  private final PlatformSignIn platform;

  SignInByPlatform(PlatformSignIn platform) {
    this.platform = platform;
  }

  @Override
  public AuthenticationResult extractAuthenticatedUser(
      HttpServletRequest request, ProcessEngine engine) {
    return platform
        .caller(request)
        .map(SignInByPlatform::successful)
        .orElseGet(AuthenticationResult::unsuccessful);
  }

  private static AuthenticationResult successful(Caller caller) {
    AuthenticationResult result = AuthenticationResult.successful(caller.id());
    result.setGroups(List.copyOf(caller.groups()));
    result.setTenants(List.copyOf(caller.jurisdictions()));
    return result;
  }

  @Override
  public void augmentResponseByAuthenticationChallenge(
      HttpServletResponse response, ProcessEngine engine) {
    SignInRequired.answer(response, "Bearer");
  }
}
