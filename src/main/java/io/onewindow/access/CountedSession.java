package io.onewindow.access;

import io.onewindow.engine.ScreensSession;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Writes on a session whose it is and since when, as soon as somebody has signed in there, and ends
 * it when that person has signed out. Stands directly behind what brings the session.
 */
final class CountedSession extends OncePerRequestFilter {

  /** On a request during which somebody signed in: the name. */
  static final String SIGNED_IN = CountedSession.class.getName();

  private static final String OWNER = FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME;
  private static final String VOUCHED_FOR = "SPRING_SECURITY_CONTEXT";

  private final OpenSessions sessions;

  CountedSession(OpenSessions sessions) {
    this.sessions = sessions;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    chain.doFilter(request, response);
    HttpSession session = sessions.areShared() ? request.getSession(false) : null;
    if (session != null) {
      count(request, session);
    }
  }

  private static void count(HttpServletRequest request, HttpSession session) {
    Object owner = session.getAttribute(OWNER);
    String name = name(session).orElse(null);
    if (name != null && !name.equals(owner)) {
      session.setAttribute(OWNER, name);
      session.setAttribute(OpenSessions.SINCE, session.getLastAccessedTime());
      request.setAttribute(SIGNED_IN, name);
    } else if (name == null && owner != null) {
      session.invalidate();
    }
  }

  /** What the platform calls the person, or the id of the account that is kept here. */
  private static Optional<String> name(HttpSession session) {
    return session.getAttribute(VOUCHED_FOR) instanceof SecurityContext context
            && context.getAuthentication() != null
        ? Optional.of(context.getAuthentication().getName())
        : ScreensSession.person(session);
  }
}
