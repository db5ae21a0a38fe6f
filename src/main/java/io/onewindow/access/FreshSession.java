package io.onewindow.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.ClientAuthorizationException;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Has a session renewed by the platform whenever its token has run out, and ends it where the
 * platform no longer will: the account was disabled there, or the person signed out. A platform
 * that cannot be reached ends nobody's session.
 */
final class FreshSession extends OncePerRequestFilter {

  private static final Logger LOG = LoggerFactory.getLogger(FreshSession.class);
  private static final String REFUSED_SINCE = FreshSession.class.getName() + ".refusedSince";

  private final OAuth2AuthorizedClientManager clients;
  private final Clock time;
  private final Duration refusalHolds;

  FreshSession(OAuth2AuthorizedClientManager clients, Clock time, Duration refusalHolds) {
    this.clients = clients;
    this.time = time;
    this.refusalHolds = refusalHolds;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
    HttpSession session = request.getSession(false);
    if (session != null
        && signedIn instanceof OAuth2AuthenticationToken person
        && !isFresh(person, request, response)
        && hasHeld(session)) {
      session.invalidate();
      SecurityContextHolder.clearContext();
    }
    chain.doFilter(request, response);
  }

  private boolean isFresh(
      OAuth2AuthenticationToken person, HttpServletRequest request, HttpServletResponse response) {
    try {
      OAuth2AuthorizedClient client =
          clients.authorize(
              OAuth2AuthorizeRequest.withClientRegistrationId(Platform.ID)
                  .principal(person)
                  .attribute(HttpServletRequest.class.getName(), request)
                  .attribute(HttpServletResponse.class.getName(), response)
                  .build());
      boolean fresh = client != null && isUnexpired(client.getAccessToken().getExpiresAt());
      if (fresh) {
        forgetRefusal(request.getSession());
      }
      return fresh;
    } catch (ClientAuthorizationException refused) {
      if (OAuth2ErrorCodes.INVALID_GRANT.equals(refused.getError().getErrorCode())) {
        return false;
      }
      LOG.warn("the identity platform did not renew a session: {}", refused.getMessage());
      return true;
    }
  }

  private boolean isUnexpired(Instant end) {
    return end == null || end.isAfter(time.instant());
  }

  private static void forgetRefusal(HttpSession session) {
    if (session.getAttribute(REFUSED_SINCE) != null) {
      session.removeAttribute(REFUSED_SINCE);
    }
  }

  /** Whether the refusal is not merely that of a token which another request has just used. */
  private boolean hasHeld(HttpSession session) {
    Instant now = time.instant();
    if (session.getAttribute(REFUSED_SINCE) instanceof Instant since) {
      return !since.plus(refusalHolds).isAfter(now);
    }
    session.setAttribute(REFUSED_SINCE, now);
    return refusalHolds.isZero();
  }
}
