package io.onewindow.access;

import io.onewindow.engine.Caller;
import java.util.List;
import java.util.Map;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/** Enters everybody who signs in, by browser or by token, in the register of staff. */
final class StaffSignIn
    implements OAuth2UserService<OidcUserRequest, OidcUser>,
        Converter<Jwt, AbstractAuthenticationToken> {

  private final OidcUserService users = new OidcUserService();
  private final Claims claims;
  private final StaffRegister register;

  StaffSignIn(Claims claims, StaffRegister register) {
    this.claims = claims;
    this.register = register;
  }

  @Override
  public OidcUser loadUser(OidcUserRequest request) {
    OidcUser user = users.loadUser(request);
    enter(user.getAttributes());
    return user;
  }

  @Override
  public AbstractAuthenticationToken convert(Jwt token) {
    try {
      Caller caller = enter(token.getClaims());
      return new JwtAuthenticationToken(token, List.of(), caller.id());
    } catch (UnfitClaims unfit) {
      throw new InvalidBearerTokenException("no person of this system", unfit);
    }
  }

  private Caller enter(Map<String, Object> said) {
    Caller caller = claims.caller(said);
    register.keep(caller, claims.name(said));
    return caller;
  }
}
