package io.onewindow.exchange;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Puts the sign-in of departments' systems before what they may call. */
@Configuration(proxyBeanMethods = false)
class ExchangeConfiguration {

  @Bean
  @ConditionalOnWebApplication
  FilterRegistrationBean<SystemSignIn> systemSignIn(DepartmentSystems systems) {
    var registration = new FilterRegistrationBean<>(new SystemSignIn(systems));
    registration.addUrlPatterns("/api/v1/exchange/*");
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 200);
    return registration;
  }
}
