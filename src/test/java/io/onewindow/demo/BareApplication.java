package io.onewindow.demo;

import io.onewindow.database.Postgres;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.spring.boot.starter.CamundaBpmAutoConfiguration;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The starter with its defaults, and what takes its engine through a play. */
public final class BareApplication {

  private static final String OF_H2 = "jdbc:h2:";

  /** What the starter needs. */
  @TestConfiguration(proxyBeanMethods = false)
  @ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    TransactionAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    CamundaBpmAutoConfiguration.class
  })
  public static class Starter {}

  /** What takes its engine through a play. */
  @TestConfiguration(proxyBeanMethods = false)
  @Import(Starter.class)
  static class Bare {

    @Bean
    Effort effort(ObjectProvider<CountedStatements> counted) {
      return new Effort(counted.getIfAvailable());
    }

    @Bean
    BareEngine.Replay score() {
      return new BareEngine.Replay();
    }
  }

  private BareApplication() {}

  /** Not as an application: the product's own start-up belongs to its class path. */
  public static ConfigurableApplicationContext start(String url, boolean isCounted) {
    var context = new AnnotationConfigApplicationContext();
    TestPropertyValues.of(
            "spring.datasource.url=" + url,
            "spring.datasource.username=" + user(url),
            "camunda.bpm.process-engine-name=bare",
            "camunda.bpm.auto-deployment-enabled=false",
            "camunda.bpm.job-execution.enabled=false",
            "camunda.bpm.generic-properties.properties.historyTimeToLive=P3650D")
        .applyTo(context);
    context.register(Bare.class);
    if (isCounted) {
      context.register(CountedStatements.class);
    }
    context.refresh();
    return context;
  }

  /** The engine with the models of the play, before its first act. */
  public static BareEngine engine(BeanFactory bare, Played played) {
    BareEngine.Replay replay = bare.getBean(BareEngine.Replay.class);
    replay.of(played.score());
    BareEngine engine =
        new BareEngine(
            bare.getBean(ProcessEngine.class), played.score(), replay, bare.getBean(Effort.class));
    engine.deploy(played.models(), played.tables());
    return engine;
  }

  static boolean isH2(String url) {
    return url.startsWith(OF_H2);
  }

  /** Who may connect without a password. */
  static String user(String url) {
    return isH2(url) ? "sa" : Postgres.USER;
  }
}
