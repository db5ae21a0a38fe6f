package io.onewindow.engine;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** One text for everybody who is not let in, whatever the reason. */
public final class SignInRequired {

  static final String DETAIL = "请先登录；用户名或密码不正确时也会看到本提示。";

  private static final byte[] TEXT =
      """
      {"type":"about:blank","title":"请先登录","status":401,"detail":"%s","code":"login-required"}"""
          .formatted(DETAIL)
          .getBytes(StandardCharsets.UTF_8);

  private SignInRequired() {}

  /**
   * @param challenge how to sign in, RFC 9110, 11.6.1
   */
  public static void answer(HttpServletResponse response, String challenge) {
    response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
    response.setHeader("WWW-Authenticate", challenge);
    response.setContentType("application/problem+json");
    response.setContentLength(TEXT.length);
    try {
      response.getOutputStream().write(TEXT);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }
}
