package io.onewindow.access;

import io.onewindow.problem.ProblemDocument;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.web.util.HtmlUtils;

/** Says in Chinese that the platform's word did not let somebody in: browsers get a page. */
final class SignInFailed implements AuthenticationFailureHandler {

  private static final Logger LOG = LoggerFactory.getLogger(SignInFailed.class);

  private final String page = page();

  @Override
  public void onAuthenticationFailure(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
      throws IOException {
    LOG.info("sign-in at the identity platform failed: {}", failure.getMessage());
    boolean unfit = failure instanceof UnfitClaims;
    String detail = unfit ? failure.getMessage() : "统一身份认证没有完成，请回到首页重新登录；多次不成功的，请联系系统管理员。";
    String code = unfit ? "unfit-account" : "sign-in-failed";
    if (ProblemDocument.isForPerson(request)) {
      response.setStatus(HttpServletResponse.SC_FORBIDDEN);
      response.setContentType("text/html;charset=UTF-8");
      response.getOutputStream().write(page(detail, code));
    } else {
      new ProblemDocument(HttpServletResponse.SC_FORBIDDEN, "没有登录成功", detail, code)
          .answer(response);
    }
  }

  private byte[] page(String detail, String code) {
    return page.replace("{detail}", HtmlUtils.htmlEscape(detail, "UTF-8"))
        .replace("{code}", code)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String page() {
    try (InputStream file = SignInFailed.class.getResourceAsStream("sign-in-failed.html")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
