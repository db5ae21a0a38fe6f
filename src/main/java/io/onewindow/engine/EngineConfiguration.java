package io.onewindow.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.ZoneId;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.rest.security.auth.ProcessEngineAuthenticationFilter;
import org.camunda.bpm.engine.rest.security.auth.impl.HttpBasicAuthenticationProvider;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.Ordered;

/** Wires the engine: its clock, its fences, who may call it and how it words a refusal. */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

  @Bean
  Clock clock() {
    return new EngineClock(ZoneId.of("Asia/Shanghai"));
  }

  @Bean
  OneWindowEnginePlugin oneWindowEnginePlugin(ApplicationContext context, EngineSettings settings) {
    return new OneWindowEnginePlugin(context, settings);
  }

  /** Nobody reaches the engine's REST interface or our case interface without signing in. */
  @Bean
  FilterRegistrationBean<ProcessEngineAuthenticationFilter> basicAuthentication() {
    var registration = new FilterRegistrationBean<>(new ProcessEngineAuthenticationFilter());
    registration.addInitParameter(
        ProcessEngineAuthenticationFilter.AUTHENTICATION_PROVIDER_PARAM,
        HttpBasicAuthenticationProvider.class.getName());
    registration.addUrlPatterns("/engine-rest/*", "/api/v1/cases", "/api/v1/cases/*");
    registration.setAsyncSupported(true);
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 200);
    return registration;
  }

  @Bean
  FilterRegistrationBean<PlainErrorFilter> plainErrors(
      ObjectMapper json, @Lazy HistoryService history) {
    var registration = new FilterRegistrationBean<>(new PlainErrorFilter(json, history));
    registration.addUrlPatterns(
        "/engine-rest/*", "/camunda/api/engine/*", "/camunda/api/tasklist/*");
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 100);
    return registration;
  }
}
