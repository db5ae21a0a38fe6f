package io.onewindow.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends a person's oldest sessions, on whichever node they were begun, when the person has signed in
 * once more than is allowed. Stands before what brings the session: behind it, the new one is
 * stored.
 */
final class FewSessions extends OncePerRequestFilter {

  private final OpenSessions sessions;
  private final int most;

  FewSessions(OpenSessions sessions, int most) {
    this.sessions = sessions;
    this.most = most;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    chain.doFilter(request, response);
    if (request.getAttribute(CountedSession.SIGNED_IN) instanceof String name) {
      sessions.keepNewest(name, most);
    }
  }
}
