package io.onewindow.engine;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.webapp.impl.security.auth.Authentication;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.springframework.web.filter.OncePerRequestFilter;

/** Opens the web applications to whom the identity platform has vouched for in this session. */
final class WebAppSignIn extends OncePerRequestFilter {

  private final PlatformSignIn platform;
  private final Supplier<ProcessEngine> engine;

  WebAppSignIn(PlatformSignIn platform, Supplier<ProcessEngine> engine) {
    this.platform = platform;
    this.engine = engine;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var caller = platform.caller(request);
    if (caller.isPresent() && !enters(caller.get(), request.getSession())) {
      // whoever was deleted here comes back by signing in anew only
      request.getSession().invalidate();
      response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
      return;
    }
    chain.doFilter(request, response);
  }

  private boolean enters(Caller caller, HttpSession session) {
    ProcessEngine called = engine.get();
    Authentications known = AuthenticationUtil.getAuthsFromSession(session);
    Authentication present = known.getAuthenticationForProcessEngine(called.getName());
    if (present != null && present.getIdentityId().equals(caller.id())) {
      return true;
    }
    UserAuthentication entering =
        AuthenticationUtil.createAuthentication(
            called, caller.id(), List.copyOf(caller.groups()), List.copyOf(caller.jurisdictions()));
    if (entering == null) {
      return false;
    }
    known.addOrReplace(entering);
    AuthenticationUtil.updateSession(session, known);
    return true;
  }
}
