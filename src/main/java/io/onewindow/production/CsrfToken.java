package io.onewindow.production;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/**
 * The token that the web applications send back with each change. They make one with the first
 * request that finds none: after signing in several such requests come at once, and each would make
 * its own. A new session therefore has one from the start.
 */
final class CsrfToken {

  /** Names and path as the web applications use them. */
  private static final String ATTRIBUTE = "CAMUNDA_CSRF_TOKEN";

  private static final String COOKIE = "XSRF-TOKEN";
  private static final String PATH = "/camunda";

  private static final int BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private CsrfToken() {}

  static void give(HttpSession session, HttpServletResponse response) {
    byte[] random = new byte[BYTES];
    RANDOM.nextBytes(random);
    String token = HexFormat.of().formatHex(random);
    session.setAttribute(ATTRIBUTE, token);
    // the pages' scripts read it
    ResponseCookie cookie =
        ResponseCookie.from(COOKIE, token).path(PATH).secure(true).sameSite("Lax").build();
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
  }
}
