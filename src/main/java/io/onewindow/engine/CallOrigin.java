package io.onewindow.engine;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Where the current call comes from: the screens, another program, or the system itself. */
@Component
public class CallOrigin {

  private static final String SCREENS = "/camunda/";
  private static final String SUPERVISORS_SCREENS = "/camunda/api/cockpit/";

  /** {@code tasklist} or {@code cockpit} for Camunda's screens, {@code api} or {@code system}. */
  public String face() {
    return path().map(CallOrigin::face).orElse("system");
  }

  private static String face(String path) {
    if (path.startsWith(SUPERVISORS_SCREENS)) {
      return "cockpit";
    }
    return path.startsWith(SCREENS) ? "tasklist" : "api";
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
