package io.onewindow.production;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Fits the web applications to sessions that several requests read and write at the same time, each
 * its own copy. They were written for one copy in memory.
 */
final class WebAppSessionFilter extends OncePerRequestFilter {

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    chain.doFilter(new Request(request, response), response);
  }

  private static final class Request extends HttpServletRequestWrapper {

    private final HttpServletResponse response;
    private HttpSession original;
    private HttpSession fitted;

    Request(HttpServletRequest request, HttpServletResponse response) {
      super(request);
      this.response = response;
    }

    @Override
    public HttpSession getSession() {
      return getSession(true);
    }

    @Override
    public HttpSession getSession(boolean create) {
      HttpSession session = super.getSession(create);
      if (session == null) {
        original = null;
        fitted = null;
      } else if (session != original) {
        original = session;
        fitted = WebAppSession.fit(session);
        if (session.isNew()) {
          CsrfToken.give(session, response);
        }
      }
      return fitted;
    }
  }
}
