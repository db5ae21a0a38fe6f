package io.onewindow.casefile;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.onewindow.engine.Callers;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.spring.boot.starter.webapp.CamundaBpmWebappAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;

/**
 * Comes after the web applications' own: filters stand in the order of their configurations, and
 * theirs tell the engine who is at the screen.
 */
@AutoConfiguration(after = CamundaBpmWebappAutoConfiguration.class)
class CaseConfiguration {

  @Bean
  ServletContextInitializer startedOnce(
      @Lazy RepeatedRequests requests,
      @Lazy Callers callers,
      @Lazy CaseStore store,
      @Lazy HistoryService history,
      ObjectMapper json) {
    var filter = new StartedOnce(requests, callers, store, history, json);
    return context ->
        context
            .addFilter("startedOnce", filter)
            .addMappingForUrlPatterns(null, true, "/engine-rest/*", "/camunda/api/*");
  }
}
