package io.onewindow.exchange;

import io.onewindow.engine.SignInRequired;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets in departments' systems, and nobody else, by HTTP Basic: the name of the system and its
 * {@code answer-password}. People's passwords open nothing here, and these open nothing elsewhere.
 */
final class SystemSignIn extends OncePerRequestFilter {

  private static final String BASIC = "Basic ";
  private static final String SYSTEM = SystemSignIn.class.getName();

  private final DepartmentSystems systems;

  SystemSignIn(DepartmentSystems systems) {
    this.systems = systems;
  }

  static DepartmentSystem signedIn(HttpServletRequest request) {
    return (DepartmentSystem) request.getAttribute(SYSTEM);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<DepartmentSystem> system = system(request.getHeader("Authorization"));
    if (system.isEmpty()) {
      SignInRequired.answer(response, "Basic realm=\"onewindow\", charset=\"UTF-8\"");
      return;
    }
    request.setAttribute(SYSTEM, system.get());
    chain.doFilter(request, response);
  }

  private Optional<DepartmentSystem> system(String authorization) {
    if (authorization == null || !authorization.startsWith(BASIC)) {
      return Optional.empty();
    }
    String[] said = decoded(authorization.substring(BASIC.length()).strip()).split(":", 2);
    return said.length < 2
        ? Optional.empty()
        : systems.find(said[0]).filter(system -> proves(system, said[1]));
  }

  private static String decoded(String credentials) {
    try {
      return new String(Base64.getDecoder().decode(credentials), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      return "";
    }
  }

  /** Takes as long for every wrong password. */
  private static boolean proves(DepartmentSystem system, String password) {
    String right = system.connection().answerPassword();
    return right != null
        && !right.isBlank()
        && MessageDigest.isEqual(digest(right), digest(password));
  }

  private static byte[] digest(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
