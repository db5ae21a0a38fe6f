package io.onewindow.engine;

import static org.camunda.bpm.spring.boot.starter.configuration.impl.DefaultJobConfiguration.JobConfiguration.CAMUNDA_TASK_EXECUTOR_QUALIFIER;

import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.TaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/**
 * The threads that run jobs. Timers have some of their own: they keep a processor at work and wait
 * for nobody, so that more than there are processors only wait for each other; and whoever tells
 * others waits for servers that may not answer, and must not take the timers' threads
 * (docs/adr/0022).
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(
    name = "camunda.bpm.job-execution.enabled",
    havingValue = "true",
    matchIfMissing = true)
class JobThreads {

  static final String OF_TIMERS = "timerThreads";

  /**
   * @param threads 0 for one more than there are processors
   */
  @Bean(name = OF_TIMERS, defaultCandidate = false)
  ThreadPoolTaskExecutor timerThreads(
      CamundaBpmProperties settings, @Value("${onewindow.engine.timer-threads}") int threads) {
    int many = threads > 0 ? threads : Runtime.getRuntime().availableProcessors() + 1;
    var timers = new ThreadPoolTaskExecutor();
    timers.setCorePoolSize(many);
    timers.setMaxPoolSize(many);
    timers.setQueueCapacity(settings.getJobExecution().getQueueCapacity());
    timers.setThreadNamePrefix("timers-");
    return timers;
  }

  @Bean
  JobExecutor jobExecutor(
      @Qualifier(CAMUNDA_TASK_EXECUTOR_QUALIFIER) TaskExecutor threads,
      @Qualifier(OF_TIMERS) TaskExecutor ofTimers,
      CamundaBpmProperties settings,
      @Value("${onewindow.engine.timers-together}") int together,
      @Value("${onewindow.node:node}") String node) {
    OwnedJobs jobs = OwnedJobs.of(threads, ofTimers, settings, together);
    // whoever looks into the table sees which node has a job; the rest is another one at each start
    jobs.setLockOwner(node + " " + jobs.getLockOwner());
    return jobs;
  }
}
