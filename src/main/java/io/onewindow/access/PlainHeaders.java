package io.onewindow.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What every answer tells the browser unless its own page says it more exactly: to keep to the type
 * it is sent as, to run scripts of this site only, to be shown in no frame of another site, and to
 * keep no copy of what is about cases and people.
 */
final class PlainHeaders extends OncePerRequestFilter {

  /** Pages of ours; {@code 'unsafe-inline'} for styles is what the diagrams are drawn with. */
  private static final String POLICY =
      "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:;"
          + " font-src 'self' data:; object-src 'none'; base-uri 'self'; form-action 'self';"
          + " frame-ancestors 'none'";

  private static final Pattern ABOUT_CASES =
      Pattern.compile("/(?:api/v1|engine-rest|camunda/api|progress|actuator|sign-in)(?:/.*)?");

  private static final String CACHE_CONTROL = "Cache-Control";
  private static final String NO_STORE = "no-store";

  /** Public and the same for everybody. */
  private static final Pattern PUBLIC =
      Pattern.compile(
          "/api/v1/(?:openapi|limits|calendars|landing).*"
              + "|/camunda/api/[a-z]+/plugin/[a-z]+/static/.*");

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String path = request.getRequestURI();
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "same-origin");
    if (!path.startsWith("/camunda/")) {
      // the web applications set their own, see camunda.bpm.webapp.header-security
      response.setHeader("Content-Security-Policy", POLICY);
    }
    boolean kept = !ABOUT_CASES.matcher(path).matches() || PUBLIC.matcher(path).matches();
    if (!kept) {
      response.setHeader(CACHE_CONTROL, NO_STORE);
    }
    chain.doFilter(request, new MoreExact(response, kept));
  }

  /**
   * A page's own word takes the place of the general one instead of standing beside it; copies of
   * what is about cases are kept by nobody, whatever the engine's interfaces say.
   */
  private static final class MoreExact extends HttpServletResponseWrapper {

    private static final Set<String> GENERAL =
        Set.of("content-security-policy", "referrer-policy", "x-content-type-options");

    private final boolean kept;

    MoreExact(HttpServletResponse response, boolean kept) {
      super(response);
      this.kept = kept;
    }

    @Override
    public void setHeader(String name, String value) {
      if (kept || !CACHE_CONTROL.equalsIgnoreCase(name)) {
        super.setHeader(name, value);
      }
    }

    @Override
    public void addHeader(String name, String value) {
      if (GENERAL.contains(name.toLowerCase(Locale.ROOT))) {
        super.setHeader(name, value);
      } else if (kept || !CACHE_CONTROL.equalsIgnoreCase(name)) {
        super.addHeader(name, value);
      }
    }
  }
}
