package io.onewindow.desk.action;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Where the current act comes from: the screens, another program, or the system itself. */
@Component
class ActOrigin {

  private static final String SCREENS = "/camunda/";

  String face() {
    return path().map(path -> path.startsWith(SCREENS) ? "tasklist" : "api").orElse("system");
  }

  /** What was asked for; empty for the system. */
  Optional<String> path() {
    return request().map(HttpServletRequest::getRequestURI);
  }

  /** Network address of the caller; null for the system. */
  String address() {
    return request().map(HttpServletRequest::getRemoteAddr).orElse(null);
  }

  private static Optional<HttpServletRequest> request() {
    return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes current
        ? Optional.of(current.getRequest())
        : Optional.empty();
  }
}
