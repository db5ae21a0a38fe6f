package io.onewindow.access;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.onewindow.department.Departments;
import io.onewindow.engine.Callers;
import io.onewindow.engine.OneNodeAtATime;
import io.onewindow.engine.PlatformSignIn;
import io.onewindow.engine.SignInRequired;
import java.time.Clock;
import java.util.Arrays;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.DelegatingFilterProxyRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientProviderBuilder;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Signing in at an identity platform: browsers are sent there, other programs bring its bearer
 * tokens. Forged requests are kept out by {@link SameOriginOnly}, headers are set by {@link
 * PlainHeaders}, whichever way people sign in.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "onewindow.sign-in.by", havingValue = "platform")
@ConditionalOnWebApplication
@EnableWebSecurity
class PlatformSecurity {

  private static final String TO_THE_PLATFORM =
      OAuth2AuthorizationRequestRedirectFilter.DEFAULT_AUTHORIZATION_REQUEST_BASE_URI
          + "/"
          + Platform.ID;
  private static final PathPatternRequestMatcher.Builder PATH =
      PathPatternRequestMatcher.withDefaults();

  /** Behind the filter that wants paths written as they are meant. */
  @Bean
  DelegatingFilterProxyRegistrationBean security() {
    var registration = new DelegatingFilterProxyRegistrationBean("springSecurityFilterChain");
    registration.setAsyncSupported(true);
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 160);
    return registration;
  }

  @Bean
  Platform platform(PlatformSettings settings) {
    return new Platform(settings);
  }

  @Bean
  Claims claims(PlatformSettings settings, Departments departments) {
    return new Claims(settings, departments);
  }

  @Bean
  PlatformSignIn signedInAtPlatform(Claims claims) {
    return new SignedInAtPlatform(claims);
  }

  @Bean
  StaffSignIn staffSignIn(
      Claims claims,
      @Lazy IdentityService identity,
      @Lazy Callers callers,
      @Lazy OneNodeAtATime oneNodeAtATime) {
    return new StaffSignIn(claims, new StaffRegister(identity, callers, oneNodeAtATime));
  }

  /** In the session, so that every node has them. */
  @Bean
  OAuth2AuthorizedClientRepository clientsInSession() {
    return new HttpSessionOAuth2AuthorizedClientRepository();
  }

  @Bean
  FreshSessionFactory freshSession(
      ClientRegistrationRepository platform,
      OAuth2AuthorizedClientRepository clients,
      Clock time,
      PlatformSettings settings) {
    var manager = new DefaultOAuth2AuthorizedClientManager(platform, clients);
    manager.setAuthorizedClientProvider(
        OAuth2AuthorizedClientProviderBuilder.builder().refreshToken(r -> r.clock(time)).build());
    // a token that was refused may have been replaced by another request at the same moment
    manager.setAuthorizationFailureHandler((refused, person, attributes) -> {});
    return () -> new FreshSession(manager, time, settings.refusalHolds());
  }

  /** Made where it is used: as a bean it would be a filter of the whole application. */
  interface FreshSessionFactory {
    FreshSession create();
  }

  @Bean
  SecurityFilterChain programs(
      HttpSecurity http, Platform platform, StaffSignIn staff, FreshSessionFactory freshSession)
      throws Exception {
    return http.securityMatcher(paths("/engine-rest/**", "/api/v1/**"))
        // who must sign in there is the engine's filters' to say
        .authorizeHttpRequests(all -> all.anyRequest().permitAll())
        .oauth2ResourceServer(
            bearer ->
                bearer
                    .authenticationEntryPoint(
                        (request, response, refused) ->
                            SignInRequired.answer(response, "Bearer error=\"invalid_token\""))
                    .jwt(
                        jwt ->
                            jwt.decoder(platform.bearerTokens()).jwtAuthenticationConverter(staff)))
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.NEVER))
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .csrf(AbstractHttpConfigurer::disable)
        .headers(AbstractHttpConfigurer::disable)
        .addFilterBefore(freshSession.create(), AuthorizationFilter.class)
        .build();
  }

  @Bean
  SecurityFilterChain browsers(
      HttpSecurity http,
      Platform platform,
      StaffSignIn staff,
      FreshSessionFactory freshSession,
      ObjectMapper json)
      throws Exception {
    var resolver =
        new DefaultOAuth2AuthorizationRequestResolver(
            platform,
            OAuth2AuthorizationRequestRedirectFilter.DEFAULT_AUTHORIZATION_REQUEST_BASE_URI);
    resolver.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
    return http.securityMatcher(
            paths("/camunda/**", "/sign-in", "/sign-out", "/oauth2/**", "/login/oauth2/**"))
        .authorizeHttpRequests(all -> all.anyRequest().authenticated())
        .oauth2Login(
            login ->
                login
                    .loginPage(TO_THE_PLATFORM)
                    .authorizationEndpoint(at -> at.authorizationRequestResolver(resolver))
                    .userInfoEndpoint(at -> at.oidcUserService(staff))
                    .failureHandler(new SignInFailed()))
        .exceptionHandling(
            e ->
                e.defaultAuthenticationEntryPointFor(
                    new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED),
                    PATH.matcher("/camunda/api/**")))
        .logout(
            out ->
                out.logoutRequestMatcher(
                        request ->
                            request.getMethod().equals("POST")
                                && request
                                    .getRequestURI()
                                    .matches("/sign-out|/camunda/api/admin/auth/user/.+/logout"))
                    .logoutSuccessHandler(PlatformSignOut.handler(platform, json)))
        .csrf(AbstractHttpConfigurer::disable)
        .headers(AbstractHttpConfigurer::disable)
        .addFilterBefore(freshSession.create(), AuthorizationFilter.class)
        .build();
  }

  /** Whole paths, whichever servlet answers: the engine's interfaces are none of Spring MVC's. */
  private static RequestMatcher paths(String... patterns) {
    return new OrRequestMatcher(
        Arrays.stream(patterns).map(PATH::matcher).map(RequestMatcher.class::cast).toList());
  }
}
