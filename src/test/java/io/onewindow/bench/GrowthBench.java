package io.onewindow.bench;

import io.onewindow.OneWindowApplication;
import io.onewindow.database.Postgres;
import io.onewindow.demo.CountedStatements;
import io.onewindow.demo.PlayedCases;
import io.onewindow.supervision.fact.Projection;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Measures whether the product grows slower with the cases it has done: whole cases played through
 * the engine, and a clerk's list over HTTP, before years of history and after. See bench/growth.md.
 */
public final class GrowthBench {

  private static final Instant FROM = Instant.parse("2026-08-31T16:00:00Z");
  private static final Instant TO = Instant.parse("2026-12-31T16:00:00Z");
  private static final String SERVICE = "company-registration";
  private static final String PLACE = "liaocheng";
  private static final int OPEN = 1000;
  private static final int PAGE = 15;

  /** The application, and what counts its statements. */
  @Import(OneWindowApplication.class)
  @TestConfiguration(proxyBeanMethods = false)
  static class Application {

    @Bean
    static CountedStatements countedStatements() {
      return new CountedStatements();
    }
  }

  private final ServletWebServerApplicationContext beans;
  private final JdbcTemplate jdbc;
  private final int cases;
  private final PrintStream out = System.out;
  private SignedInClerk clerk;
  private String filter;

  private GrowthBench(ServletWebServerApplicationContext beans, int cases) {
    this.beans = beans;
    this.jdbc = beans.getBean(JdbcTemplate.class);
    this.cases = cases;
  }

  /**
   * @param args how many cases to play at each size, then the numbers of historic cases, growing;
   *     100 0 40000 200000 if missing
   */
  public static void main(String[] args) {
    int[] numbers =
        args.length > 1
            ? Arrays.stream(args).mapToInt(Integer::parseInt).toArray()
            : new int[] {100, 0, 40_000, 200_000};
    try (var context =
        WholeProduct.start(Application.class, Postgres.newDatabase(), WholeProduct.STILL)) {
      new GrowthBench(context, numbers[0]).grow(Arrays.copyOfRange(numbers, 1, numbers.length));
    }
    System.exit(0);
  }

  private void grow(int... sizes) {
    beans.getBean(Projection.class).catchUp();
    open();
    play();
    CasePatterns patterns = CasePatterns.whole(jdbc);
    patterns.learn(
        jdbc.queryForList(
            "select receipt_no from ow_case where closed_at is not null", String.class));
    out.printf("patterns: %d%n", patterns.ended().size());
    // of cases that have ended only: what is open is the same at every size
    PostgresCases writer = new PostgresCases(jdbc, patterns, out);
    int there = 0;
    for (int size : sizes) {
      if (size > there) {
        writer.write(size - there);
        jdbc.execute("vacuum analyze");
      }
      there = size;
      measure(size);
    }
  }

  /** Tasks for the list, and somebody who looks at them. */
  private void open() {
    ProcessEngine engine = beans.getBean(ProcessEngine.class);
    TaskListBench.write(jdbc, engine.getRepositoryService(), 0, OPEN, false);
    filter = TaskListBench.filter(engine, OPEN, TaskListBench.LARGE);
    clerk =
        new SignedInClerk(
            beans.getWebServer().getPort(),
            TaskListBench.clerk(engine, TaskListBench.LARGE),
            TaskListBench.PASSWORD);
  }

  private void play() {
    PlayedCases.play(beans, SERVICE, PLACE, cases, FROM, TO);
  }

  private void measure(int size) {
    CountedStatements counted = beans.getBean(CountedStatements.class);
    CountedStatements.Counts before = counted.counts();
    var threads = ManagementFactory.getThreadMXBean();
    long cpu = threads.getCurrentThreadCpuTime();
    long begun = System.nanoTime();
    play();
    double wall = (System.nanoTime() - begun) / 1e9;
    double own = (threads.getCurrentThreadCpuTime() - cpu) / 1e9;
    CountedStatements.Counts spent = counted.counts().since(before);
    List<Double> pages = TaskListBench.times(() -> clerk.page(filter, "", PAGE));
    List<Double> counts = TaskListBench.times(() -> clerk.count(filter));
    System.gc();
    out.printf(
        Locale.ROOT,
        "| %,d | %,d | %.2f | %.2f | %.0f | %.1f / %.1f | %.1f / %.1f | %d |%n",
        size,
        jdbc.queryForObject("select count(*) from ACT_HI_ACTINST", Integer.class),
        cases / wall,
        cases / own,
        (double) spent.statements() / cases,
        TaskListBench.quantile(pages, 0.5),
        TaskListBench.quantile(pages, 0),
        TaskListBench.quantile(counts, 0.5),
        TaskListBench.quantile(counts, 0),
        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20);
  }
}
