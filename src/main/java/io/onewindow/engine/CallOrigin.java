package io.onewindow.engine;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Where the current call comes from: the screens, another program, or the system itself. */
@Component
public class CallOrigin {

  private static final String WEBAPPS = "/camunda/";

  private static final Pattern OF_ONE_WEBAPP =
      Pattern.compile("^/camunda/api/(tasklist|cockpit|admin|welcome)/.*");

  /**
   * {@code tasklist}, {@code cockpit}, {@code admin} or {@code welcome} where only that one of
   * Camunda's screens asks, {@code webapps} where they all do, {@code api} for other programs,
   * {@code system} for nobody.
   */
  public String face() {
    return path().map(CallOrigin::face).orElse("system");
  }

  private static String face(String path) {
    Matcher one = OF_ONE_WEBAPP.matcher(path);
    if (one.matches()) {
      return one.group(1);
    }
    return path.startsWith(WEBAPPS) ? "webapps" : "api";
  }

  /** What was asked for; empty for the system. */
  public Optional<String> path() {
    return request().map(HttpServletRequest::getRequestURI);
  }

  /** Network address of the caller; null for the system. */
  public String address() {
    return request().map(HttpServletRequest::getRemoteAddr).orElse(null);
  }

  private static Optional<HttpServletRequest> request() {
    return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes current
        ? Optional.of(current.getRequest())
        : Optional.empty();
  }
}
