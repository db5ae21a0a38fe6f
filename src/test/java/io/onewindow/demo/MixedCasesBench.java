package io.onewindow.demo;

import io.onewindow.OneWindowApplication;
import io.onewindow.database.Postgres;
import io.onewindow.engine.PlayedTime;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.spring.boot.starter.CamundaBpmAutoConfiguration;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Measures what a month of mixed cases of all services costs against the default engine that is
 * taken through the same acts on the same models without our listeners, clocks and delegates. See
 * bench/mixed-cases.md.
 */
public final class MixedCasesBench {

  private static final Month MONTH =
      new Month(Instant.parse("2026-08-31T16:00:00Z"), Instant.parse("2026-09-30T16:00:00Z"));
  private static final double NANOS = 1e9;
  private static final double MILLIS = 1e3;
  private static final int KINDS = 40;

  /** What the product's own settings have beside the default ones of the driver. */
  private static final String H2_SETTING = ";QUERY_CACHE_SIZE=512";

  private static final String OF_H2 = "jdbc:h2:";

  private static final String H2 = "H2";
  private static final String POSTGRESQL = "PostgreSQL";

  /** The application, and what writes the play down. */
  @Import({OneWindowApplication.class, RecordingDeeds.class})
  @TestConfiguration(proxyBeanMethods = false)
  static class Application {

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

  /** The starter with its defaults. */
  @TestConfiguration(proxyBeanMethods = false)
  @ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    TransactionAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    CamundaBpmAutoConfiguration.class
  })
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

  /**
   * What the acts of one side cost.
   *
   * @param counts null where nothing was counted: to count is work, more for whoever sends more
   */
  private record Side(String name, int cases, Effort effort, CountedStatements.Counts counts) {

    void tellCounts(PrintStream out) {
      out.printf(
          Locale.ROOT,
          "%-12s %7.1f statements  %7.1f rows  %6.1f commits a case  (%d cases)%n%s%n",
          name,
          (double) counts.statements() / cases,
          (double) counts.rows() / cases,
          (double) counts.commits() / cases,
          cases,
          counts.most(KINDS, cases));
    }

    void tellTime(PrintStream out, double database) {
      out.printf(
          Locale.ROOT,
          "%-12s %6.1f cases/s  %6.1f ms, %.1f ms CPU of the acting thread, %.1f ms of its"
              + " connections a case  (%d cases, %.1f s)%n",
          name,
          cases / effort.seconds(),
          effort.seconds() * MILLIS / cases,
          effort.cpuSeconds() * MILLIS / cases,
          database * MILLIS / cases,
          cases,
          effort.seconds());
    }
  }

  private MixedCasesBench() {}

  /**
   * @param args number of cases, 300 if missing; then {@code H2} or {@code PostgreSQL}, both if
   *     missing
   */
  public static void main(String[] args) {
    int cases = args.length > 0 ? Integer.parseInt(args[0]) : 300;
    String database = args.length > 1 ? args[1] : "";
    PrintStream out = System.out;
    if (!database.equals(POSTGRESQL)) {
      compare(out, H2, cases);
    }
    if (!database.equals(H2)) {
      compare(out, POSTGRESQL, cases);
    }
    System.exit(0);
  }

  /** Each side alone first, where statements are counted; then in turns, where time is taken. */
  private static void compare(PrintStream out, String database, int cases) {
    out.println(database);
    Played alone;
    try (var context = product(address(database), true)) {
      CountedStatements counted = context.getBean(CountedStatements.class);
      CountedStatements.Counts before = counted.counts();
      alone = played(context, cases, () -> {});
      Effort effort = context.getBean(Effort.class);
      new Side("product", cases, effort, counted.counts().since(before)).tellCounts(out);
    }
    try (var context = bare(address(database), true)) {
      CountedStatements counted = context.getBean(CountedStatements.class);
      BareEngine engine = engine(context, alone);
      CountedStatements.Counts before = counted.counts();
      engine.follow(Integer.MAX_VALUE);
      Effort effort = context.getBean(Effort.class);
      new Side("bare engine", cases, effort, counted.counts().since(before)).tellCounts(out);
    }
    inTurns(out, database, cases, alone);
  }

  private static void inTurns(PrintStream out, String database, int cases, Played before) {
    String place = address(database);
    String barePlace = address(database);
    try (var context = product(place, false);
        var bareContext = bare(barePlace, false)) {
      BareEngine engine = engine(bareContext, before);
      Effort effort = context.getBean(Effort.class);
      effort.rest(() -> engine.follow(Effort.STRETCH));
      double ofProduct = -ofDatabase(context);
      double ofBare = -ofDatabase(bareContext);
      Played played = played(context, cases, () -> engine.follow(Integer.MAX_VALUE));
      ofProduct += ofDatabase(context);
      ofBare += ofDatabase(bareContext);
      if (!played.score().kinds().equals(before.score().kinds())) {
        throw new IllegalStateException("the second play was another one than the first");
      }
      BareEngine.Result result = engine.result();
      out.printf("bare engine: %d acts, %d left out%n", result.acts(), result.leftOut());
      result.troubles().stream().limit(10).forEach(out::println);
      Side product = new Side("product", cases, effort, null);
      Side bare = new Side("bare engine", result.cases(), bareContext.getBean(Effort.class), null);
      product.tellTime(out, ofProduct);
      bare.tellTime(out, ofBare);
      out.printf(
          Locale.ROOT,
          "%s: product takes %.2f times the time, %.2f times the CPU of this side, %.2f times the"
              + " CPU of its connections%n",
          database,
          product.effort().seconds() / bare.effort().seconds(),
          product.effort().cpuSeconds() / bare.effort().cpuSeconds(),
          ofProduct / ofBare);
    }
  }

  private static String address(String database) {
    return database.equals(H2)
        ? "jdbc:h2:mem:%s;DB_CLOSE_DELAY=-1".formatted(UUID.randomUUID())
        : Postgres.newDatabase();
  }

  /** A play as it was, and the models it ran on. */
  private record Played(
      Score score, Map<String, BpmnModelInstance> models, Map<String, String> tables) {}

  private static ConfigurableApplicationContext product(String url, boolean isCounted) {
    SpringApplicationBuilder application =
        new SpringApplicationBuilder(Application.class).profiles("demo");
    if (isCounted) {
      application.sources(CountedStatements.class);
    }
    boolean isH2 = url.startsWith(OF_H2);
    List<String> settings =
        new ArrayList<>(
            List.of(
                "--spring.datasource.url=" + url + (isH2 ? H2_SETTING : ""),
                "--spring.datasource.username=" + user(url),
                "--camunda.bpm.job-execution.enabled=false",
                "--onewindow.figures.unattended=false",
                "--onewindow.redating.unattended=false",
                "--onewindow.data-dir=target/bench-data",
                "--server.port=0",
                "--logging.level.root=WARN"));
    if (!isH2) {
      Postgres.DRIVER.forEach(one -> settings.add("--" + one));
    }
    return application.run(settings.toArray(String[]::new));
  }

  private static String user(String url) {
    return url.startsWith(OF_H2) ? "sa" : Postgres.USER;
  }

  /**
   * @param atTheEnd done when the play is over, before anything is asked about it
   */
  private static Played played(
      ConfigurableApplicationContext context, int cases, Runnable atTheEnd) {
    Tally tally = new Tally(MONTH.from());
    Player player = context.getBean(Player.class);
    context
        .getBean(PlayedTime.class)
        .play(clock -> player.play(MONTH, cases, new Draw(1), clock, tally, () -> false));
    atTheEnd.run();
    System.out.printf(
        "played %d cases, %d steps, %d refused%n",
        tally.cases(), tally.steps(), tally.refusals().size());
    Score score = context.getBean(Score.class);
    variables(context.getBean(HistoryService.class), score);
    RepositoryService repository = context.getBean(RepositoryService.class);
    return new Played(score, models(repository), tables(repository));
  }

  /** Last values; where a name stands in several processes of a case, that of the first. */
  private static void variables(HistoryService history, Score score) {
    Map<String, String> receiptOfRoot = new HashMap<>();
    history
        .createHistoricProcessInstanceQuery()
        .rootProcessInstances()
        .list()
        .forEach(one -> receiptOfRoot.put(one.getId(), one.getBusinessKey()));
    for (HistoricVariableInstance one : history.createHistoricVariableInstanceQuery().list()) {
      String receiptNo = receiptOfRoot.get(one.getRootProcessInstanceId());
      if (receiptNo != null && one.getValue() != null) {
        score
            .variables()
            .computeIfAbsent(receiptNo, key -> new TreeMap<>())
            .putIfAbsent(one.getName(), one.getValue());
      }
    }
  }

  private static Map<String, BpmnModelInstance> models(RepositoryService repository) {
    Map<String, BpmnModelInstance> models = new TreeMap<>();
    repository
        .createProcessDefinitionQuery()
        .latestVersion()
        .list()
        .forEach(
            one -> {
              BpmnModelInstance model = repository.getBpmnModelInstance(one.getId());
              boolean dated =
                  model.getModelElementsByType(TimerEventDefinition.class).stream()
                      .allMatch(timer -> timer.getTimeDate() != null);
              if (dated) {
                models.put(one.getKey(), BareModels.stripped(model));
              }
            });
    return models;
  }

  private static Map<String, String> tables(RepositoryService repository) {
    Map<String, String> tables = new TreeMap<>();
    repository
        .createDecisionDefinitionQuery()
        .latestVersion()
        .list()
        .forEach(
            one -> {
              try (InputStream table = repository.getDecisionModel(one.getId())) {
                tables.put(
                    one.getResourceName().replaceAll(".*/|\\.dmn$", ""),
                    new String(table.readAllBytes(), StandardCharsets.UTF_8));
              } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
              }
            });
    return tables;
  }

  /** Not as an application: the product's own start-up belongs to its class path. */
  private static ConfigurableApplicationContext bare(String url, boolean isCounted) {
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

  private static BareEngine engine(BeanFactory bare, Played played) {
    BareEngine.Replay replay = bare.getBean(BareEngine.Replay.class);
    replay.of(played.score());
    BareEngine engine =
        new BareEngine(
            bare.getBean(ProcessEngine.class), played.score(), replay, bare.getBean(Effort.class));
    engine.deploy(played.models(), played.tables());
    return engine;
  }

  /** Seconds of CPU of the server's processes for the connections that are open; 0 on H2. */
  private static double ofDatabase(BeanFactory beans) {
    JdbcTemplate database = beans.getBean(JdbcTemplate.class);
    DataSource place = Objects.requireNonNull(database.getDataSource());
    try (Connection connection = place.getConnection()) {
      if (connection.getMetaData().getURL().startsWith(OF_H2)) {
        return 0;
      }
    } catch (SQLException unreachable) {
      throw new IllegalStateException(unreachable);
    }
    return database
        .queryForList(
            "select pid from pg_stat_activity where datname = current_database()", Long.class)
        .stream()
        .flatMap(pid -> ProcessHandle.of(pid).stream())
        .flatMap(one -> one.info().totalCpuDuration().stream())
        .mapToDouble(cpu -> cpu.toNanos() / NANOS)
        .sum();
  }
}
