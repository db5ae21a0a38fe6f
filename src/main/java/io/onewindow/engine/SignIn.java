package io.onewindow.engine;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.rest.security.auth.impl.HttpBasicAuthenticationProvider;

/** HTTP Basic; who is refused gets a problem document in Chinese beside the challenge. */
final class SignIn extends HttpBasicAuthenticationProvider {

  private static final byte[] LOGIN_REQUIRED =
      """
      {"type":"about:blank","title":"请先登录","status":401,\
      "detail":"请先登录；用户名或密码不正确时也会看到本提示。","code":"login-required"}"""
          .getBytes(StandardCharsets.UTF_8);

  /** No database need be asked for a name that none can hold. */
  @Override
  protected boolean isAuthenticated(ProcessEngine engine, String userName, String password) {
    return userName.indexOf('\0') < 0 && super.isAuthenticated(engine, userName, password);
  }

  @Override
  public void augmentResponseByAuthenticationChallenge(
      HttpServletResponse response, ProcessEngine engine) {
    response.setHeader("WWW-Authenticate", "Basic realm=\"OneWindow\", charset=\"UTF-8\"");
    response.setContentType("application/problem+json");
    response.setContentLength(LOGIN_REQUIRED.length);
    try {
      response.getOutputStream().write(LOGIN_REQUIRED);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }
}
