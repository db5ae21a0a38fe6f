package io.onewindow.engine;

import static org.camunda.bpm.spring.boot.starter.configuration.impl.DefaultJobConfiguration.JobConfiguration.CAMUNDA_TASK_EXECUTOR_QUALIFIER;

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
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationProvider;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.Ordered;
import org.springframework.core.task.TaskExecutor;

/** Wires the engine: its clock, its fences, who may call it and how it words a refusal. */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

  private static final String REST = "/engine-rest/*";
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

  @Bean
  @ConditionalOnProperty(
      name = "camunda.bpm.job-execution.enabled",
      havingValue = "true",
      matchIfMissing = true)
  JobExecutor jobExecutor(
      @Qualifier(CAMUNDA_TASK_EXECUTOR_QUALIFIER) TaskExecutor threads,
      CamundaBpmProperties settings,
      @Value("${onewindow.engine.timers-together}") int together,
      @Value("${onewindow.node:node}") String node) {
    OwnedJobs jobs = OwnedJobs.of(threads, settings, together);
    // whoever looks into the table sees which node has a job; the rest is another one at each start
    jobs.setLockOwner(node + " " + jobs.getLockOwner());
    return jobs;
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

  /** Nobody reaches the engine's REST interface or our case interface without signing in. */
  @Bean
  FilterRegistrationBean<SignInFilter> signIn(AuthenticationProvider whoIsCalling) {
    var registration = new FilterRegistrationBean<>(new SignInFilter(whoIsCalling));
    registration.addUrlPatterns(
        REST, "/api/v1/cases", "/api/v1/cases/*", "/api/v1/redatings", "/api/v1/redatings/*");
    registration.addUrlPatterns("/api/v1/credit-records", "/api/v1/credit-records/*");
    registration.addUrlPatterns("/api/v1/figures/*");
    registration.addUrlPatterns("/api/v1/experiments", "/api/v1/experiments/*");
    registration.addUrlPatterns(
        "/api/v1/tasks/*", "/api/v1/deputies", "/api/v1/deputies/*", "/api/v1/reassignments");
    registration.addUrlPatterns("/api/v1/event-logs", "/api/v1/event-logs/*");
    registration.addUrlPatterns("/api/v1/conformance", "/api/v1/reports", "/api/v1/reports/*");
    registration.setAsyncSupported(true);
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 200);
    return registration;
  }

  /** Everybody may read the calendars; who changes them must sign in. */
  @Bean
  FilterRegistrationBean<ChangesOnlySignIn> changesOnlySignIn(AuthenticationProvider whoIsCalling) {
    var registration = new FilterRegistrationBean<>(new ChangesOnlySignIn(whoIsCalling));
    registration.addUrlPatterns("/api/v1/calendars", "/api/v1/calendars/*");
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

  @Bean
  FilterRegistrationBean<TaskFence> taskFence(ObjectMapper json, @Lazy TaskService tasks) {
    var registration = new FilterRegistrationBean<>(new TaskFence(json, tasks));
    registration.addUrlPatterns(REST, WEB_APPLICATIONS);
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 260);
    return registration;
  }
}
