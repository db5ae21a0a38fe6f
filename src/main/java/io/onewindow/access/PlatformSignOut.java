package io.onewindow.access;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.web.RedirectStrategy;

/**
 * Signing out here signs out at the platform as well (OpenID Connect RP-Initiated Logout 1.0). The
 * web applications sign out by script: they are told where to go on.
 */
final class PlatformSignOut implements RedirectStrategy {

  private final ObjectMapper json;

  private PlatformSignOut(ObjectMapper json) {
    this.json = json;
  }

  static OidcClientInitiatedLogoutSuccessHandler handler(
      ClientRegistrationRepository platform, ObjectMapper json) {
    var handler = new OidcClientInitiatedLogoutSuccessHandler(platform);
    handler.setPostLogoutRedirectUri("{baseUrl}/");
    handler.setRedirectStrategy(new PlatformSignOut(json));
    return handler;
  }

  @Override
  public void sendRedirect(HttpServletRequest request, HttpServletResponse response, String url)
      throws IOException {
    response.setContentType(MediaType.APPLICATION_JSON_VALUE);
    response.getOutputStream().write(json.writeValueAsBytes(Map.of("redirectTo", url)));
  }
}
