package io.onewindow.demo;

import io.onewindow.OneWindowApplication;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The application, and what writes its plays down so that another engine can do the same. */
@Import({OneWindowApplication.class, RecordingDeeds.class})
@TestConfiguration(proxyBeanMethods = false)
public class RecordedApplication {

  @Bean
  Score score() {
    return new Score();
  }

  @Bean
  Effort effort(ObjectProvider<CountedStatements> counted) {
    return new Effort(counted.getIfAvailable());
  }

  @Bean
  static RecordedJobs recordedJobs() {
    return new RecordedJobs();
  }

  @Bean
  FlowsTaken flowsTaken(Score score) {
    return new FlowsTaken(score);
  }
}
