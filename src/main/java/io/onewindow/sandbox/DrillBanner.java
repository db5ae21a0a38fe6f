package io.onewindow.sandbox;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Has every HTML page say that it is a drill, whoever wrote it. */
final class DrillBanner extends OncePerRequestFilter {

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    MarkedResponse marked = new MarkedResponse(response);
    chain.doFilter(request, marked);
    marked.finish();
  }

  @Override
  protected boolean shouldNotFilterErrorDispatch() {
    return false;
  }
}
