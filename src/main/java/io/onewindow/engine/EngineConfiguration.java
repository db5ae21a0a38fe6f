package io.onewindow.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationProvider;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.Ordered;

/** Wires the engine: its clock, its fences, who may call it and how it words a refusal. */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

  private static final String REST = "/engine-rest/*";
  private static final String OURS = "/api/*";
  private static final String WEB_APPLICATIONS = "/camunda/api/*";

  @Bean
  Clock clock() {
    return new EngineClock(ZoneId.of("Asia/Shanghai"));
  }

  @Bean
  OneWindowEnginePlugin oneWindowEnginePlugin(
      ApplicationContext context, EngineSettings settings, AccountSettings accounts) {
    return new OneWindowEnginePlugin(context, settings, accounts);
  }

  @Bean
  ProcessEngineConfigurationImpl processEngineConfiguration(List<ProcessEnginePlugin> plugins) {
    return LeanConfiguration.of(plugins);
  }

  /** With a name and a password, or by the word of an identity platform; never both. */
  @Bean
  AuthenticationProvider whoIsCalling(Optional<PlatformSignIn> platform) {
    return platform.<AuthenticationProvider>map(SignInByPlatform::new).orElseGet(SignIn::new);
  }

  @Bean
  @ConditionalOnWebApplication
  @ConditionalOnProperty(name = "onewindow.sign-in.by", havingValue = "platform")
  FilterRegistrationBean<WebAppSignIn> webAppSignIn(
      PlatformSignIn platform, ObjectProvider<ProcessEngine> engine) {
    var registration = new FilterRegistrationBean<>(new WebAppSignIn(platform, engine::getObject));
    registration.addUrlPatterns(WEB_APPLICATIONS, "/camunda/app/*");
    registration.setAsyncSupported(true);
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 200);
    return registration;
  }

  /** Nobody reaches the engine's REST interface or ours without signing in, but what is public. */
  @Bean
  FilterRegistrationBean<SignInFilter> signIn(AuthenticationProvider whoIsCalling) {
    var registration = new FilterRegistrationBean<>(new SignInFilter(whoIsCalling));
    registration.addUrlPatterns(REST, OURS);
    registration.setAsyncSupported(true);
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 200);
    return registration;
  }

  @Bean
  FilterRegistrationBean<PlainErrorFilter> plainErrors(
      ObjectMapper json, @Lazy HistoryService history) {
    var registration = new FilterRegistrationBean<>(new PlainErrorFilter(json, history));
    registration.addUrlPatterns(REST, WEB_APPLICATIONS);
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 100);
    return registration;
  }

  @Bean
  FilterRegistrationBean<LiteralPathFilter> literalPaths() {
    var registration = new FilterRegistrationBean<>(new LiteralPathFilter());
    registration.addUrlPatterns(REST, WEB_APPLICATIONS);
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 150);
    return registration;
  }

  @Bean
  FilterRegistrationBean<MaskedAnswers> maskedAnswers(ObjectMapper json, EngineSettings settings) {
    var registration =
        new FilterRegistrationBean<>(new MaskedAnswers(json, settings.confidentialVariables()));
    registration.addUrlPatterns(REST, WEB_APPLICATIONS);
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 160);
    return registration;
  }

  /** After signing in, so that nobody learns from a refusal who has not. */
  @Bean
  FilterRegistrationBean<FencedBodyFilter> fencedBodies(
      ObjectMapper json, EngineSettings settings) {
    var registration =
        new FilterRegistrationBean<>(new FencedBodyFilter(json, settings.unwritable()));
    registration.addUrlPatterns(REST, WEB_APPLICATIONS);
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 250);
    return registration;
  }

  /** After what is malformed has been refused. */
  @Bean
  FilterRegistrationBean<BoundedLists> boundedLists(ObjectMapper json, ListSettings settings) {
    var registration = new FilterRegistrationBean<>(new BoundedLists(json, settings.longest()));
    registration.addUrlPatterns(REST, WEB_APPLICATIONS);
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 255);
    return registration;
  }

  @Bean
  FilterRegistrationBean<TaskFence> taskFence(
      ObjectMapper json, @Lazy TaskService tasks, @Lazy Callers callers) {
    var registration = new FilterRegistrationBean<>(new TaskFence(json, tasks, callers));
    registration.addUrlPatterns(REST, WEB_APPLICATIONS);
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 260);
    return registration;
  }
}
