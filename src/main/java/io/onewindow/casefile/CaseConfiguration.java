package io.onewindow.casefile;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.onewindow.engine.Callers;
import org.camunda.bpm.engine.HistoryService;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.Ordered;

@Configuration
class CaseConfiguration {

  /** Behind the web applications' own filters: they tell the engine who is at the screen. */
  @Bean
  FilterRegistrationBean<StartedOnce> startedOnce(
      @Lazy RepeatedRequests requests,
      @Lazy Callers callers,
      @Lazy CaseStore store,
      @Lazy HistoryService history,
      ObjectMapper json) {
    var registration =
        new FilterRegistrationBean<>(new StartedOnce(requests, callers, store, history, json));
    registration.addUrlPatterns("/engine-rest/*", "/camunda/api/*");
    registration.setMatchAfter(true);
    registration.setOrder(Ordered.LOWEST_PRECEDENCE);
    return registration;
  }
}
