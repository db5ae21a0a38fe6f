package io.onewindow.engine;

import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.camunda.bpm.webapp.impl.security.auth.Authentication;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;

/** Whose session of the web applications it is. */
public final class ScreensSession {

  /** Under this name the web applications keep who is signed in. */
  private static final String SIGNED_IN = "authenticatedUser";

  private ScreensSession() {}

  /** User id; empty while nobody is signed in. */
  public static Optional<String> person(HttpSession session) {
    return session.getAttribute(SIGNED_IN) instanceof Authentications known
        ? known.getAuthentications().stream().map(Authentication::getIdentityId).findFirst()
        : Optional.empty();
  }
}
