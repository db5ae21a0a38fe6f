package io.onewindow.access;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.ConfigurableJWTProcessor;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.oidc.IdTokenClaimNames;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import org.springframework.util.function.SingletonSupplier;

/**
 * The identity platform as this system is registered there. It is asked for its addresses and keys
 * when they are first needed: a node starts while the platform is down.
 */
final class Platform implements ClientRegistrationRepository {

  /** Part of the address that the platform sends people back to. */
  static final String ID = "platform";

  private static final String LOGOUT = "http://schemas.openid.net/event/backchannel-logout";

  private final PlatformSettings settings;
  private final Supplier<ClientRegistration> registration;

  Platform(PlatformSettings settings) {
    this.settings = settings;
    this.registration = SingletonSupplier.of(this::discover);
  }

  @Override
  public ClientRegistration findByRegistrationId(String id) {
    return ID.equals(id) ? registration.get() : null;
  }

  private ClientRegistration discover() {
    return ClientRegistrations.fromIssuerLocation(settings.issuer())
        .registrationId(ID)
        .clientId(settings.clientId())
        .clientSecret(settings.clientSecret())
        .scope(settings.scopes())
        .redirectUri("{baseUrl}/login/oauth2/code/" + ID)
        // never missing, and what the platform names when it ends a session
        .userNameAttributeName(IdTokenClaimNames.SUB)
        .build();
  }

  /** Bearer tokens of other programs: issued there, unexpired and meant for this system. */
  JwtDecoder bearerTokens() {
    return decoder(meantFor(settings.apiAudience()));
  }

  /** OpenID Connect Back-Channel Logout 1.0, 2.6. */
  JwtDecoder logoutTokens() {
    return decoder(
        meantFor(settings.clientId()),
        new JwtClaimValidator<Map<String, Object>>(
            "events", events -> events != null && events.containsKey(LOGOUT)),
        new JwtClaimValidator<>("nonce", Objects::isNull));
  }

  @SafeVarargs
  private JwtDecoder decoder(OAuth2TokenValidator<Jwt>... further) {
    return new SupplierJwtDecoder(
        () -> {
          NimbusJwtDecoder decoder =
              NimbusJwtDecoder.withIssuerLocation(settings.issuer())
                  .jwtProcessorCustomizer(Platform::takeLogoutTokensToo)
                  .build();
          decoder.setJwtValidator(
              new DelegatingOAuth2TokenValidator<>(
                  Stream.concat(
                          Stream.of(
                              new JwtTimestampValidator(),
                              new JwtIssuerValidator(settings.issuer())),
                          Stream.of(further))
                      .toList()));
          return decoder;
        });
  }

  /** Their header names a type of their own, as may that of access tokens (RFC 9068). */
  private static void takeLogoutTokensToo(ConfigurableJWTProcessor<SecurityContext> processor) {
    processor.setJWSTypeVerifier(
        new DefaultJOSEObjectTypeVerifier<>(
            JOSEObjectType.JWT,
            new JOSEObjectType("at+jwt"),
            new JOSEObjectType("logout+jwt"),
            null));
  }

  private static OAuth2TokenValidator<Jwt> meantFor(String audience) {
    return new JwtClaimValidator<List<String>>(
        JwtClaimNames.AUD, meant -> meant != null && meant.contains(audience));
  }
}
