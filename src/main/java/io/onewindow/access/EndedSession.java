package io.onewindow.access;

import io.onewindow.problem.ProblemDocument;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.CookieSerializer.CookieValue;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells who comes with a session that somebody else has ended why it was: pages lead to one that
 * says so, scripts get a problem. The browser forgets the session with the page, so that every
 * script that was under way hears the reason.
 */
final class EndedSession extends OncePerRequestFilter {

  private static final Pattern SCREENS = Pattern.compile("/camunda/(?:api|app)/.*");

  /** Whoever signs in begins anew; files are for everybody. */
  private static final Pattern OPEN =
      Pattern.compile(".*/auth/user/[^/]+/login/[^/]+|.*/plugin/[^/]+/static/.*");

  private final OpenSessions sessions;
  private final EndedSessions ended;
  private final Optional<CookieSerializer> cookie;

  EndedSession(OpenSessions sessions, EndedSessions ended, Optional<CookieSerializer> cookie) {
    this.sessions = sessions;
    this.ended = ended;
    this.cookie = cookie;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<WhyEnded> why = asks(request) ? why(request) : Optional.empty();
    if (why.isEmpty()) {
      chain.doFilter(request, response);
    } else if (isPage(request)) {
      cookie.ifPresent(kept -> kept.writeCookieValue(new CookieValue(request, response, "")));
      response.sendRedirect("/signed-out.html?why=" + why.get().slug());
    } else {
      new ProblemDocument(
              HttpServletResponse.SC_UNAUTHORIZED, "登录已结束", why.get().sentence(), "session-ended")
          .answer(response);
    }
  }

  private boolean asks(HttpServletRequest request) {
    String path = request.getRequestURI();
    return SCREENS.matcher(path).matches()
        && !OPEN.matcher(path).matches()
        && (isPage(request) || path.startsWith("/camunda/api/"))
        && sessions.areShared();
  }

  private Optional<WhyEnded> why(HttpServletRequest request) {
    return request.getSession(false) == null && request.getRequestedSessionId() != null
        ? ended.why(request.getRequestedSessionId())
        : Optional.empty();
  }

  private static boolean isPage(HttpServletRequest request) {
    return request.getRequestURI().startsWith("/camunda/app/")
        && ProblemDocument.isForPerson(request);
  }
}
