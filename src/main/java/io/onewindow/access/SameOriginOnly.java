package io.onewindow.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets a browser change something only from a page of ours. A browser adds by itself what signs its
 * user in, a cookie as well as a password it remembers, whichever page made it send the request;
 * but it also says which (W3C Fetch Metadata; RFC 6454 where it is older). Programs that are no
 * browsers say neither and add nothing by themselves.
 */
final class SameOriginOnly extends OncePerRequestFilter {

  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
  private static final Set<String> OWN_PAGE_OR_NONE = Set.of("same-origin", "none");

  private static final byte[] REFUSAL =
      """
      {"type":"Problem","title":"请求来自其他网站","status":403,\
      "detail":"请在本系统的页面上办理；本次操作没有生效。","code":"foreign-origin",\
      "message":"请在本系统的页面上办理；本次操作没有生效。","problem":"foreign-origin","fields":[]}"""
          .getBytes(StandardCharsets.UTF_8);

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (READING.contains(request.getMethod()) || isFromHere(request)) {
      chain.doFilter(request, response);
      return;
    }
    response.setStatus(HttpServletResponse.SC_FORBIDDEN);
    response.setContentType("application/problem+json");
    response.setContentLength(REFUSAL.length);
    response.getOutputStream().write(REFUSAL);
  }

  private static boolean isFromHere(HttpServletRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    if (site != null) {
      return OWN_PAGE_OR_NONE.contains(site);
    }
    String origin = request.getHeader("Origin");
    String host = request.getHeader("Host");
    return origin == null || origin.equals("http://" + host) || origin.equals("https://" + host);
  }
}
