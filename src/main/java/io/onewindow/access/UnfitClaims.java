package io.onewindow.access;

import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;

/** Somebody signed in at the platform who cannot be anybody here. */
final class UnfitClaims extends OAuth2AuthenticationException {

  /**
   * @param sentence for the person, in Chinese
   */
  UnfitClaims(String sentence) {
    super(new OAuth2Error("unfit-claims"), sentence);
  }
}
