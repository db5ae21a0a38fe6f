package io.onewindow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.junit.jupiter.api.Test;
import org.springframework.core.task.SimpleAsyncTaskExecutor;

class JobThreadsTest {

  @Test
  void aLockSaysWhichNodeHasTheJobAndInWhichOfItsLives() {
    String owner = jobsOf("a").getLockOwner();
    assertThat(owner).startsWith("a ");
    assertThat(jobsOf("a").getLockOwner()).isNotEqualTo(owner);
  }

  private static JobExecutor jobsOf(String node) {
    var threads = new SimpleAsyncTaskExecutor();
    return new JobThreads().jobExecutor(threads, threads, new CamundaBpmProperties(), 25, node);
  }
}
