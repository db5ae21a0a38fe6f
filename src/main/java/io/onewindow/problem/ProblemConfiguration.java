package io.onewindow.problem;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Puts what answers for the filters in front of them. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class ProblemConfiguration {

  /** Before the filter that brings the session from the database. */
  @Bean
  FilterRegistrationBean<DatabaseAwayFilter> databaseAway(ObjectMapper json) {
    var registration = new FilterRegistrationBean<>(new DatabaseAwayFilter(json));
    registration.setAsyncSupported(true);
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 25);
    return registration;
  }
}
