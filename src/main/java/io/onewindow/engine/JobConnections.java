package io.onewindow.engine;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.jdbc.DataSourceProperties;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/**
 * A second pool of connections to PostgreSQL for the threads that take and run jobs: however many
 * people ask at once, timers fire. Their commits do not wait for the disk, as nobody waits for them
 * and what is lost in a crash is done again (docs/adr/0025); {@link AwaitedCommit} has those wait
 * of which somebody outside is told.
 */
@Configuration(proxyBeanMethods = false)
@Conditional(JobConnections.OnPostgres.class)
@ConditionalOnProperty(
    name = "camunda.bpm.job-execution.enabled",
    havingValue = "true",
    matchIfMissing = true)
class JobConnections {

  static final String POOL = "jobDataSource";

  /** One for whoever takes jobs, and one for a job that must write although it has failed. */
  private static final int BESIDE_THREADS = 2;

  private static final String NOT_AWAITED = "set synchronous_commit = off";

  /** As the other one in all but size, which follows from the number of threads. */
  @Bean(name = POOL, defaultCandidate = false)
  HikariDataSource jobDataSource(
      DataSourceProperties database,
      CamundaBpmProperties engine,
      @Qualifier(JobThreads.OF_TIMERS) ThreadPoolTaskExecutor timers,
      Environment settings) {
    HikariDataSource pool =
        database.initializeDataSourceBuilder().type(HikariDataSource.class).build();
    Binder.get(settings).bind("spring.datasource.hikari", Bindable.ofInstance(pool));
    pool.setPoolName("jobs");
    pool.setMaximumPoolSize(
        engine.getJobExecution().getMaxPoolSize() + timers.getMaxPoolSize() + BESIDE_THREADS);
    pool.setMinimumIdle(1);
    String first = pool.getConnectionInitSql();
    pool.setConnectionInitSql(first == null ? NOT_AWAITED : first + "; " + NOT_AWAITED);
    return pool;
  }

  @Bean
  static BeanPostProcessor connectionsByThread(BeanFactory beans) {
    return new BeanPostProcessor() {
      @Override
      public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource ofRequests && !name.equals(POOL)
            ? new ConnectionsByThread(ofRequests, beans.getBean(POOL, DataSource.class))
            : bean;
      }
    };
  }

  /** H2 serves a single node and has no such setting. */
  static final class OnPostgres implements Condition {
    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
      return context
          .getEnvironment()
          .getProperty("spring.datasource.url", "")
          .startsWith("jdbc:postgresql:");
    }
  }
}
