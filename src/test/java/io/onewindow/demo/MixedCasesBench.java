package io.onewindow.demo;

import io.onewindow.OneWindowApplication;
import io.onewindow.database.Postgres;
import io.onewindow.engine.PlayedTime;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.ibatis.ognl.ObjectPropertyAccessor;
import org.apache.ibatis.ognl.OgnlRuntime;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.spring.boot.starter.CamundaBpmAutoConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

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
  private static final String OF_H2 = ";QUERY_CACHE_SIZE=512";

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
    BareEngine.Replay score() {
      return new BareEngine.Replay();
    }
  }

  /**
   * What one run cost.
   *
   * @param cpu of the acting thread, in seconds
   * @param database seconds of CPU of all of PostgreSQL's processes on this machine
   * @param counts null where nothing was counted: to count is work, more for whoever sends more
   */
  private record Cost(
      int cases, double wall, double cpu, double database, CountedStatements.Counts counts) {

    void tell(PrintStream out, String what) {
      if (counts == null) {
        out.printf(
            Locale.ROOT,
            "%-22s %6.1f cases/s  %6.1f ms, %.1f ms CPU of the acting thread, %.1f ms of PostgreSQL"
                + " a case  (%d cases, %.1f s)%n",
            what,
            cases / wall,
            wall * MILLIS / cases,
            cpu * MILLIS / cases,
            database * MILLIS / cases,
            cases,
            wall);
      } else {
        out.printf(
            Locale.ROOT,
            "%-22s %7.1f statements  %7.1f rows  %6.1f commits a case  (%d cases)%n%s%n",
            what,
            (double) counts.statements() / cases,
            (double) counts.rows() / cases,
            (double) counts.commits() / cases,
            cases,
            counts.most(KINDS, cases));
      }
    }
  }

  private MixedCasesBench() {}

  /**
   * @param args number of cases, 1000 if missing; then how many of them warm the machine up first,
   *     of which statements are counted; then {@code H2} or {@code PostgreSQL}, both if missing
   */
  public static void main(String[] args) {
    int cases = args.length > 0 ? Integer.parseInt(args[0]) : 1000;
    int warmUp = args.length > 1 ? Integer.parseInt(args[1]) : cases / 5;
    String database = args.length > 2 ? args[2] : "";
    PrintStream out = System.out;
    if (!database.equals(POSTGRESQL)) {
      compare(out, H2, "jdbc:h2:mem:%s;DB_CLOSE_DELAY=-1", "sa", cases, warmUp);
    }
    if (!database.equals(H2)) {
      compare(out, POSTGRESQL, null, Postgres.USER, cases, warmUp);
    }
    System.exit(0);
  }

  private static void compare(
      PrintStream out, String name, String url, String user, int cases, int warmUp) {
    if (warmUp > 0) {
      Played before = product(url, "warm", user, warmUp, true);
      before.cost().tell(out, name + " product");
      bare(out, address(url, "warmbare"), user, before, true).tell(out, name + " bare engine");
    }
    Played played = product(url, "product", user, cases, false);
    played.cost().tell(out, name + " product");
    Cost bare = bare(out, address(url, "bare"), user, played, false);
    bare.tell(out, name + " bare engine");
    out.printf(
        Locale.ROOT,
        "%s: product takes %.2f times the time, %.2f times the CPU of this side, %.2f times the CPU"
            + " of the other side%n",
        name,
        played.cost().wall() / bare.wall(),
        played.cost().cpu() / bare.cpu(),
        played.cost().database() / bare.database());
  }

  private static String address(String url, String name) {
    return url == null ? Postgres.newDatabase() : url.formatted(name);
  }

  /** A play as it was, and the models it ran on. */
  private record Played(
      Cost cost, Score score, Map<String, BpmnModelInstance> models, Map<String, String> tables) {}

  private static String[] settings(String url, String name, String user) {
    String place = url == null ? address(null, name) : address(url, name) + OF_H2;
    List<String> settings =
        new ArrayList<>(
            List.of(
                "--spring.datasource.url=" + place,
                "--spring.datasource.username=" + user,
                "--onewindow.figures.unattended=false",
                "--onewindow.redating.unattended=false",
                "--onewindow.data-dir=target/bench-data",
                "--server.port=0",
                "--logging.level.root=WARN"));
    if (url == null) {
      Postgres.DRIVER.forEach(one -> settings.add("--" + one));
    }
    return settings.toArray(String[]::new);
  }

  private static Played product(
      String url, String name, String user, int cases, boolean isCounted) {
    SpringApplicationBuilder application =
        new SpringApplicationBuilder(Application.class).profiles("demo");
    if (isCounted) {
      application.sources(CountedStatements.class);
    }
    try (var context = application.run(settings(url, name, user))) {
      Tally tally = new Tally(MONTH.from());
      Player player = context.getBean(Player.class);
      Cost cost =
          measured(
              context.getBeanProvider(CountedStatements.class).getIfAvailable(),
              cases,
              () ->
                  context
                      .getBean(PlayedTime.class)
                      .play(
                          clock ->
                              player.play(MONTH, cases, new Draw(1), clock, tally, () -> false)));
      System.out.printf(
          "played %d cases, %d steps, %d refused%n",
          tally.cases(), tally.steps(), tally.refusals().size());
      Score score = context.getBean(Score.class);
      variables(context.getBean(HistoryService.class), score);
      RepositoryService repository = context.getBean(RepositoryService.class);
      return new Played(cost, score, models(repository), tables(repository));
    }
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

  private static Cost bare(
      PrintStream out, String url, String user, Played played, boolean isCounted) {
    // what the product put there for the whole machine, see KnownProperties
    OgnlRuntime.setPropertyAccessor(Object.class, new ObjectPropertyAccessor());
    // not as an application: the product's own start-up belongs to its class path
    try (var context = new AnnotationConfigApplicationContext()) {
      TestPropertyValues.of(
              "spring.datasource.url=" + url,
              "spring.datasource.username=" + user,
              "camunda.bpm.auto-deployment-enabled=false",
              "camunda.bpm.job-execution.enabled=false",
              "camunda.bpm.generic-properties.properties.historyTimeToLive=P3650D")
          .applyTo(context);
      context.register(Bare.class);
      if (isCounted) {
        context.register(CountedStatements.class);
      }
      context.refresh();
      context.getBean(BareEngine.Replay.class).of(played.score());
      BareEngine engine =
          new BareEngine(
              context.getBean(ProcessEngine.class),
              played.score(),
              context.getBean(BareEngine.Replay.class));
      engine.deploy(played.models(), played.tables());
      List<BareEngine.Result> results = new ArrayList<>();
      Cost cost =
          measured(
              context.getBeanProvider(CountedStatements.class).getIfAvailable(),
              played.cost().cases(),
              () -> results.add(engine.play()));
      BareEngine.Result result = results.get(0);
      out.printf(
          "bare engine: %d cases, %d acts, %d left out%n",
          result.cases(), result.acts(), result.leftOut());
      Set<String> troubles = new TreeSet<>(result.troubles());
      troubles.stream().limit(10).forEach(out::println);
      return cost;
    }
  }

  private static Cost measured(CountedStatements counted, int cases, Runnable work) {
    var threads = ManagementFactory.getThreadMXBean();
    CountedStatements.Counts before = counted == null ? null : counted.counts();
    double database = ofDatabase();
    long cpu = threads.getCurrentThreadCpuTime();
    long begun = System.nanoTime();
    work.run();
    return new Cost(
        cases,
        (System.nanoTime() - begun) / NANOS,
        (threads.getCurrentThreadCpuTime() - cpu) / NANOS,
        ofDatabase() - database,
        counted == null ? null : counted.counts().since(before));
  }

  private static double ofDatabase() {
    return ProcessHandle.allProcesses()
        .map(ProcessHandle::info)
        .filter(one -> one.command().orElse("").endsWith("/postgres"))
        .mapToDouble(one -> one.totalCpuDuration().orElse(Duration.ZERO).toNanos() / NANOS)
        .sum();
  }
}
