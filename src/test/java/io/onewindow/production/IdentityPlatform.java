package io.onewindow.production;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.InMemoryOAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configurers.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;

/** A city's identity platform: a Spring Authorization Server with people whom tests employ. */
final class IdentityPlatform implements AutoCloseable {

  static final String CLIENT = "onewindow";
  static final String SECRET = "hU7-client-of-this-test";
  static final String AUDIENCE = "onewindow-api";
  static final String PASSWORD = "known to the platform only";

  private static final Map<String, Map<String, Object>> PEOPLE = new ConcurrentHashMap<>();
  private static final RSAKey KEY = key();

  private final ConfigurableApplicationContext server;

  /**
   * @param applicationPort where people are sent back to
   */
  IdentityPlatform(int applicationPort) {
    server =
        new SpringApplicationBuilder(Server.class)
            .profiles("identity-platform")
            .run(
                "--server.port=0",
                "--server.servlet.session.cookie.name=PLATFORM",
                "--spring.config.name=none",
                "--spring.main.banner-mode=off",
                "--application.port=" + applicationPort);
  }

  String issuer() {
    return "http://127.0.0.1:" + server.getEnvironment().getProperty("local.server.port");
  }

  /** Somebody who can sign in, and what the platform says of that person. */
  void employs(String login, Map<String, Object> claims) {
    PEOPLE.put(login, claims);
    InMemoryUserDetailsManager users = server.getBean(InMemoryUserDetailsManager.class);
    if (!users.userExists(login)) {
      users.createUser(User.withUsername(login).password("{noop}" + PASSWORD).roles("x").build());
    }
  }

  /** Disables the account: nothing is renewed, nobody comes in anew. */
  void dismisses(String login) {
    server.getBean(InMemoryUserDetailsManager.class).deleteUser(login);
    server.getBean(Authorizations.class).end(login);
  }

  /** What the platform sends when it ends a person's sessions itself. */
  String logoutToken(String subject, String audience) {
    return signed(
        new JWTClaimsSet.Builder()
            .issuer(issuer())
            .subject(subject)
            .audience(audience)
            .claim("events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()))
            .build(),
        KEY);
  }

  /** A bearer token that says the same as the platform's, but is signed by somebody else. */
  String forgedToken(String login) {
    return signed(
        new JWTClaimsSet.Builder()
            .issuer(issuer())
            .subject(login)
            .audience(AUDIENCE)
            .claim("preferred_username", login)
            .claim("groups", List.of("camunda-admin"))
            .build(),
        key());
  }

  /** What that client proves itself with. */
  static String secret(String client) {
    return SECRET + "-" + client;
  }

  @Override
  public void close() {
    server.close();
  }

  private static String signed(JWTClaimsSet claims, RSAKey key) {
    try {
      JWSHeader header =
          new JWSHeader.Builder(JWSAlgorithm.RS256)
              .type(JOSEObjectType.JWT)
              .keyID(KEY.getKeyID())
              .build();
      SignedJWT token = new SignedJWT(header, claims);
      token.sign(new RSASSASigner(key));
      return token.serialize();
    } catch (JOSEException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static RSAKey key() {
    try {
      return new RSAKeyGenerator(2048).keyID("test").generate();
    } catch (JOSEException impossible) {
      throw new AssertionError(impossible);
    }
  }

  /** Remembers which authorizations there are, so that they can be ended. */
  static final class Authorizations implements OAuth2AuthorizationService {

    private final InMemoryOAuth2AuthorizationService kept =
        new InMemoryOAuth2AuthorizationService();
    private final Map<String, OAuth2Authorization> all = new ConcurrentHashMap<>();

    void end(String login) {
      all.values().stream()
          .filter(one -> one.getPrincipalName().equals(login))
          .forEach(this::remove);
    }

    @Override
    public void save(OAuth2Authorization authorization) {
      all.put(authorization.getId(), authorization);
      kept.save(authorization);
    }

    @Override
    public void remove(OAuth2Authorization authorization) {
      OAuth2Authorization last = all.remove(authorization.getId());
      kept.remove(last == null ? authorization : last);
    }

    @Override
    public OAuth2Authorization findById(String id) {
      return kept.findById(id);
    }

    @Override
    public OAuth2Authorization findByToken(String token, OAuth2TokenType type) {
      return kept.findByToken(token, type);
    }
  }

  /** Not annotated as a configuration, so that the application under test does not find it. */
  @EnableWebSecurity
  @ImportAutoConfiguration({
    ServletWebServerFactoryAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    SecurityFilterAutoConfiguration.class
  })
  static class Server {

    @Bean
    @Order(1)
    SecurityFilterChain protocol(HttpSecurity http) throws Exception {
      var protocol = OAuth2AuthorizationServerConfigurer.authorizationServer();
      return http.securityMatcher(protocol.getEndpointsMatcher())
          .with(protocol, server -> server.oidc(Customizer.withDefaults()))
          .authorizeHttpRequests(all -> all.anyRequest().authenticated())
          .exceptionHandling(
              e -> e.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint("/login")))
          .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain signIn(HttpSecurity http) throws Exception {
      return http.authorizeHttpRequests(all -> all.anyRequest().authenticated())
          .csrf(AbstractHttpConfigurer::disable)
          .formLogin(Customizer.withDefaults())
          .build();
    }

    @Bean
    InMemoryUserDetailsManager users() {
      return new InMemoryUserDetailsManager();
    }

    @Bean
    Authorizations authorizations() {
      return new Authorizations();
    }

    @Bean
    AuthorizationServerSettings settings() {
      return AuthorizationServerSettings.builder().build();
    }

    @Bean
    JWKSource<SecurityContext> keys() {
      return new ImmutableJWKSet<>(new JWKSet(KEY));
    }

    @Bean
    JwtDecoder ownTokens(JWKSource<SecurityContext> keys) {
      return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
    }

    @Bean
    RegisteredClientRepository clients(Environment environment) {
      String home = "https://127.0.0.1:" + environment.getRequiredProperty("application.port");
      RegisteredClient browsers =
          RegisteredClient.withId("browsers")
              .clientId(CLIENT)
              .clientSecret("{noop}" + SECRET)
              .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
              .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
              .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
              .redirectUri(home + "/login/oauth2/code/platform")
              .postLogoutRedirectUri(home + "/")
              .scope("openid")
              .scope("profile")
              .clientSettings(ClientSettings.builder().requireProofKey(true).build())
              .tokenSettings(
                  TokenSettings.builder()
                      // renewed with each request: the client counts on a minute of skew
                      .accessTokenTimeToLive(Duration.ofSeconds(30))
                      .reuseRefreshTokens(false)
                      .build())
              .build();
      return new InMemoryRegisteredClientRepository(
          browsers, program("exchange"), program("elsewhere"));
    }

    private static RegisteredClient program(String id) {
      return RegisteredClient.withId(id)
          .clientId(id)
          .clientSecret("{noop}" + secret(id))
          .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
          .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
          .build();
    }

    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> claims() {
      return token -> {
        Map<String, Object> said = PEOPLE.getOrDefault(token.getPrincipal().getName(), Map.of());
        said.forEach(token.getClaims()::claim);
        if (token.getRegisteredClient().getId().equals("exchange")) {
          token.getClaims().audience(List.of(AUDIENCE));
        }
      };
    }
  }
}
