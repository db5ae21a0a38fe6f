package io.onewindow.engine;

import io.onewindow.problem.ProblemDocument;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;

/** One text for everybody who is not let in, whatever the reason. */
public final class SignInRequired {

  static final String DETAIL = "请先登录；用户名或密码不正确时也会看到本提示。";

  private static final ProblemDocument DOCUMENT =
      new ProblemDocument(HttpServletResponse.SC_UNAUTHORIZED, "请先登录", DETAIL, "login-required");

  private SignInRequired() {}

  /**
   * @param challenge how to sign in, RFC 9110, 11.6.1
   */
  public static void answer(HttpServletResponse response, String challenge) {
    response.setHeader("WWW-Authenticate", challenge);
    try {
      DOCUMENT.answer(response);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }
}
