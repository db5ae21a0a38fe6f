package io.onewindow.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends a session that has lasted too long, however busy: whoever still works signs in again. Both
 * instants are the session's own, so that a clock which plays the past ends none.
 */
final class LongestSession extends OncePerRequestFilter {

  private final Duration longest;

  LongestSession(Duration longest) {
    this.longest = longest;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    HttpSession session = request.getSession(false);
    if (session != null
        && session.getLastAccessedTime() - session.getCreationTime() > longest.toMillis()) {
      session.invalidate();
    }
    chain.doFilter(request, response);
  }
}
