package io.onewindow.access;

import io.onewindow.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.regex.Pattern;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where pages send people to sign in, and where the platform says that somebody has left. */
@RestController
@ConditionalOnWebApplication
@ConditionalOnProperty(name = "onewindow.sign-in.by", havingValue = "platform")
class SignInDoors {

  /** A path of ours and nothing that a browser would read as another host. */
  private static final Pattern PAGE = Pattern.compile("/(?!/)[A-Za-z0-9._/?=&%-]*");

  private final JwtDecoder logoutTokens;
  private final OpenSessions sessions;

  SignInDoors(Platform platform, OpenSessions sessions) {
    this.logoutTokens = platform.logoutTokens();
    this.sessions = sessions;
  }

  /**
   * Behind the sign-in: whoever arrives here has signed in and goes on to the page.
   *
   * @param to path of a page of ours
   */
  @GetMapping("/sign-in")
  ResponseEntity<Void> goOn(@RequestParam(defaultValue = "/") String to) {
    URI page = URI.create(PAGE.matcher(to).matches() ? to : "/");
    return ResponseEntity.status(HttpStatus.FOUND).location(page).build();
  }

  /** OpenID Connect Back-Channel Logout 1.0: ends every session of the person it names. */
  @PostMapping("/sign-out/platform")
  ResponseEntity<Void> hasLeft(
      @RequestParam("logout_token") String token, HttpServletRequest request) {
    try {
      String subject = logoutTokens.decode(token).getSubject();
      if (subject == null) {
        throw Problem.badRequest("logout-token-refused", "登出令牌应写明是谁（sub）。");
      }
      sessions.end(subject, WhyEnded.PLATFORM);
      return ResponseEntity.ok().build();
    } catch (JwtException refused) {
      throw Problem.badRequest("logout-token-refused", "登出令牌无效。");
    }
  }
}
