package io.onewindow.engine;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * Says who an identity platform has vouched for. Where a bean of this kind exists nobody signs in
 * with a password kept here.
 */
public interface PlatformSignIn {

  /** The person behind the request; empty for a stranger. */
  Optional<Caller> caller(HttpServletRequest request);
}
