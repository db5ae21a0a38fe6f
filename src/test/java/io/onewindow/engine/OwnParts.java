package io.onewindow.engine;

import java.util.List;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.task.TaskExecutor;

/** What the product puts in the place of the engine's own parts, to measure without the rest. */
public final class OwnParts {

  private OwnParts() {}

  /** To be registered beside the starter. */
  public static List<Class<?>> all() {
    return List.of(LeanEngine.class, JobConnections.class, Jobs.class);
  }

  /** In place of the starter's. */
  @TestConfiguration(proxyBeanMethods = false)
  static class Jobs {

    @Bean
    JobExecutor jobExecutor(
        @Qualifier("camundaTaskExecutor") TaskExecutor threads, CamundaBpmProperties settings) {
      return OwnedJobs.of(threads, settings, 25);
    }
  }
}
