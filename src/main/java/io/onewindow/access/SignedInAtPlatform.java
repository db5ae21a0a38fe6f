package io.onewindow.access;

import io.onewindow.engine.Caller;
import io.onewindow.engine.PlatformSignIn;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.user.OAuth2User;
import org.springframework.security.oauth2.jwt.Jwt;

/** Reads who is calling from the session or the bearer token, whose claims have been verified. */
final class SignedInAtPlatform implements PlatformSignIn {

  private final Claims claims;

  SignedInAtPlatform(Claims claims) {
    this.claims = claims;
  }

  @Override
  public Optional<Caller> caller(HttpServletRequest request) {
    Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
    return signedIn == null
        ? Optional.empty()
        : Optional.ofNullable(said(signedIn.getPrincipal())).map(claims::caller);
  }

  private static Map<String, Object> said(Object principal) {
    if (principal instanceof OAuth2User user) {
      return user.getAttributes();
    }
    return principal instanceof Jwt token ? token.getClaims() : null;
  }
}
