package io.onewindow.access;

import java.util.Optional;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.filter.OrderedRequestContextFilter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.web.filter.RequestContextFilter;

/** What holds for every request, whichever way people sign in. */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration {

  @Bean
  FilterRegistrationBean<PlainHeaders> plainHeaders() {
    var registration = new FilterRegistrationBean<>(new PlainHeaders());
    registration.setAsyncSupported(true);
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
    return registration;
  }

  /** Earlier than it would be by itself: who signs in from where is asked in the filters. */
  @Bean
  RequestContextFilter whereFrom() {
    var filter = new OrderedRequestContextFilter();
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 30);
    return filter;
  }

  @Bean
  FilterRegistrationBean<SameOriginOnly> sameOriginOnly() {
    var registration = new FilterRegistrationBean<>(new SameOriginOnly());
    registration.setAsyncSupported(true);
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 20);
    return registration;
  }

  /** Behind the filter that brings the session from the database. */
  @Bean
  FilterRegistrationBean<LongestSession> longestSession(SessionSettings settings) {
    var registration = new FilterRegistrationBean<>(new LongestSession(settings.longest()));
    registration.setAsyncSupported(true);
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 60);
    return registration;
  }

  /** Before the filter that brings the session: behind it, the new one is stored. */
  @Bean
  FilterRegistrationBean<FewSessions> fewSessions(OpenSessions sessions, SessionSettings settings) {
    var registration =
        new FilterRegistrationBean<>(new FewSessions(sessions, settings.perPerson()));
    registration.setAsyncSupported(true);
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 40);
    return registration;
  }

  @Bean
  FilterRegistrationBean<EndedSession> endedSession(
      OpenSessions sessions, EndedSessions ended, Optional<CookieSerializer> cookie) {
    var registration = new FilterRegistrationBean<>(new EndedSession(sessions, ended, cookie));
    registration.addUrlPatterns("/camunda/*");
    registration.setAsyncSupported(true);
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 55);
    return registration;
  }

  @Bean
  FilterRegistrationBean<CountedSession> countedSession(OpenSessions sessions) {
    var registration = new FilterRegistrationBean<>(new CountedSession(sessions));
    registration.setAsyncSupported(true);
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 56);
    return registration;
  }
}
