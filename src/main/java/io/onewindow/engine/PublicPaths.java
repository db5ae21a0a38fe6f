package io.onewindow.engine;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.RequestPath;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * What of our interface answers to everybody. Whatever is not named here asks for a sign-in, a path
 * that is added later included.
 */
final class PublicPaths {

  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  /** What everybody may read and nobody may change without signing in. */
  private static final List<PathPattern> READ =
      patterns(
          "/api/v1/landing",
          "/api/v1/limits",
          "/api/v1/deadlines",
          "/api/v1/calendars",
          "/api/v1/calendars/{jurisdiction}/{year}",
          "/api/v1/openapi",
          "/api/v1/openapi.yaml",
          "/api/v1/demo/month");

  /** What asks by itself: for the old password, or which department's system is calling. */
  private static final List<PathPattern> ASKING =
      patterns("/api/v1/password", "/api/v1/exchange/**");

  private PublicPaths() {}

  static boolean include(HttpServletRequest request) {
    PathContainer path =
        RequestPath.parse(request.getRequestURI(), request.getContextPath())
            .pathWithinApplication();
    return matches(ASKING, path) || READING.contains(request.getMethod()) && matches(READ, path);
  }

  private static boolean matches(List<PathPattern> patterns, PathContainer path) {
    return patterns.stream().anyMatch(pattern -> pattern.matches(path));
  }

  /** Read as Spring MVC reads the mappings: what is let through here is what answers there. */
  private static List<PathPattern> patterns(String... patterns) {
    return List.of(patterns).stream().map(PathPatternParser.defaultInstance::parse).toList();
  }
}
