package io.onewindow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.onewindow.database.OnPostgres;
import io.onewindow.database.Postgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.spring.boot.starter.CamundaBpmAutoConfiguration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.actuate.autoconfigure.jdbc.DataSourceHealthContributorAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.metrics.MetricsAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.metrics.export.simple.SimpleMetricsExportAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.metrics.jdbc.DataSourcePoolMetricsAutoConfiguration;
import org.springframework.boot.actuate.health.CompositeHealthContributor;
import org.springframework.boot.actuate.health.NamedContributor;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;

/** Jobs have connections of their own, whose commits do not wait for the disk unless they must. */
@OnPostgres
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JobConnectionsIT {

  private static final int OF_REQUESTS = 3;

  /** Of which the only engine is here. */
  @TestConfiguration(proxyBeanMethods = false)
  @ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    TransactionAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    CamundaBpmAutoConfiguration.class,
    MetricsAutoConfiguration.class,
    SimpleMetricsExportAutoConfiguration.class,
    DataSourcePoolMetricsAutoConfiguration.class,
    DataSourceHealthContributorAutoConfiguration.class
  })
  static class Engine {

    @Bean
    Seen seen(JdbcTemplate jdbc, AwaitedCommit commit) {
      return new Seen(jdbc, commit);
    }
  }

  /** What a transaction finds set, by the name of the step that asks. */
  public static final class Seen {

    private final Map<String, String> settings = new ConcurrentHashMap<>();
    private final JdbcTemplate jdbc;
    private final AwaitedCommit commit;

    Seen(JdbcTemplate jdbc, AwaitedCommit commit) {
      this.jdbc = jdbc;
      this.commit = commit;
    }

    public void at(String step) {
      settings.put(step, jdbc.queryForObject("show synchronous_commit", String.class));
    }

    public void tellingOthersAt(String step) {
      commit.require();
      at(step);
    }
  }

  private AnnotationConfigApplicationContext context;

  @BeforeAll
  void start() {
    context = new AnnotationConfigApplicationContext();
    TestPropertyValues.of(
            "spring.datasource.url=" + Postgres.newDatabase(),
            "spring.datasource.username=" + Postgres.USER,
            "spring.datasource.hikari.maximum-pool-size=" + OF_REQUESTS,
            // the default one is the application's, and closed with it
            "camunda.bpm.process-engine-name=connections",
            "camunda.bpm.auto-deployment-enabled=false",
            "camunda.bpm.job-execution.wait-time-in-millis=100",
            "camunda.bpm.job-execution.max-wait=200",
            "onewindow.engine.timers-together=10",
            "onewindow.engine.timer-threads=3",
            "camunda.bpm.generic-properties.properties.historyTimeToLive=P1D")
        .applyTo(context);
    context.register(
        Engine.class,
        LeanEngine.class,
        JobThreads.class,
        JobConnections.class,
        AwaitedCommit.class);
    context.refresh();
    context
        .getBean(RepositoryService.class)
        .createDeployment()
        .addModelInstance(
            "told.bpmn",
            Bpmn.createExecutableProcess("told")
                .startEvent()
                .userTask()
                .serviceTask()
                .camundaExpression("${seen.at('clerk')}")
                .intermediateCatchEvent()
                .timerWithDate("${at}")
                .serviceTask()
                .camundaExpression("${seen.at('job')}")
                .serviceTask()
                .camundaAsyncBefore()
                .camundaExpression("${seen.tellingOthersAt('telling job')}")
                .serviceTask()
                .camundaAsyncBefore()
                .camundaExpression("${seen.at('next job')}")
                .endEvent()
                .done())
        .deploy();
    context.getBean(JobExecutor.class).start();
  }

  @AfterAll
  void end() {
    context.close();
  }

  @Test
  void whatAClerkDoesIsOnDiskAndWhatAJobDoesOnlyWhereOthersAreTold() {
    Seen seen = context.getBean(Seen.class);
    seen.settings.clear();
    String instance = begin(Instant.now());
    decide(instance);
    RuntimeService runtime = context.getBean(RuntimeService.class);
    Awaitility.await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> runtime.createProcessInstanceQuery().processInstanceId(instance).count() == 0);
    assertThat(seen.settings)
        .isEqualTo(Map.of("clerk", "on", "job", "off", "telling job", "on", "next job", "off"));
  }

  @Test
  void jobsAreDoneWhilePeopleHaveAllOtherConnections() throws SQLException {
    Seen seen = context.getBean(Seen.class);
    seen.settings.clear();
    decide(begin(Instant.now().plusSeconds(1)));
    List<Connection> taken = new ArrayList<>();
    try {
      for (int i = 0; i < OF_REQUESTS; i++) {
        taken.add(context.getBean(DataSource.class).getConnection());
      }
      Awaitility.await()
          .atMost(Duration.ofMinutes(2))
          .until(() -> seen.settings.containsKey("next job"));
    } finally {
      for (Connection one : taken) {
        one.close();
      }
    }
  }

  @Test
  void bothPoolsAreWatched() {
    assertThat(context.getBean(MeterRegistry.class).find("hikaricp.connections.max").gauges())
        .extracting(one -> one.getId().getTag("pool") + " " + (int) one.value())
        .contains("jobs 15")
        .hasSize(2);
    assertThat(context.getBean("dbHealthContributor", CompositeHealthContributor.class))
        .extracting(NamedContributor::getName)
        .containsExactlyInAnyOrder("dataSource", JobConnections.POOL);
  }

  private String begin(Instant due) {
    return context
        .getBean(RuntimeService.class)
        .startProcessInstanceByKey("told", Map.of("at", Date.from(due)))
        .getId();
  }

  private void decide(String instance) {
    TaskService tasks = context.getBean(TaskService.class);
    tasks.complete(tasks.createTaskQuery().processInstanceId(instance).singleResult().getId());
  }
}
