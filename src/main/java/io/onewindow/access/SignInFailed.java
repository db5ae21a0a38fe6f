package io.onewindow.access;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Says in Chinese that the platform's word did not let somebody in. */
final class SignInFailed implements AuthenticationFailureHandler {

  private static final Logger LOG = LoggerFactory.getLogger(SignInFailed.class);

  private final ObjectMapper json;

  SignInFailed(ObjectMapper json) {
    this.json = json;
  }

  @Override
  public void onAuthenticationFailure(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
      throws IOException {
    LOG.info("sign-in at the identity platform failed: {}", failure.getMessage());
    boolean unfit = failure instanceof UnfitClaims;
    response.setStatus(HttpServletResponse.SC_FORBIDDEN);
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response
        .getOutputStream()
        .write(
            json.writeValueAsBytes(
                Map.of(
                    "type",
                    "about:blank",
                    "title",
                    "没有登录成功",
                    "status",
                    HttpServletResponse.SC_FORBIDDEN,
                    "detail",
                    unfit ? failure.getMessage() : "统一身份认证没有完成，请回到首页重新登录；多次不成功的，请联系系统管理员。",
                    "code",
                    unfit ? "unfit-account" : "sign-in-failed")));
  }
}
