package io.onewindow.bench;

import io.onewindow.bench.GrowthTable.Column;
import io.onewindow.bench.GrowthTable.Figure;
import io.onewindow.bench.GrowthTable.Line;
import io.onewindow.database.Postgres;
import io.onewindow.demo.BareApplication;
import io.onewindow.demo.BareEngine;
import io.onewindow.demo.CountedStatements;
import io.onewindow.demo.Played;
import io.onewindow.demo.PlayedCases;
import io.onewindow.demo.RecordedApplication;
import io.onewindow.supervision.fact.Projection;
import java.io.PrintStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Measures whether the product grows slower with the cases it has done, and whether the default
 * engine does: whole cases played through the engine, and a clerk's list, before years of history
 * and after. See bench/growth.md.
 */
public final class GrowthBench {

  private static final Instant FROM = Instant.parse("2026-08-31T16:00:00Z");
  private static final Instant TO = Instant.parse("2026-12-31T16:00:00Z");
  private static final String SERVICE = "company-registration";
  private static final String PLACE = "liaocheng";
  private static final int OPEN = 1000;
  private static final int PAGE = 15;
  private static final int ROUNDS = 3;
  private static final int TROUBLES = 10;
  private static final String ENDED =
      "select receipt_no from ow_case where closed_at is not null order by receipt_no desc limit ?";
  private static final String ENDED_IN_ENGINE =
      "select BUSINESS_KEY_ from ACT_HI_PROCINST where SUPER_PROCESS_INSTANCE_ID_ is null"
          + " and END_TIME_ is not null order by BUSINESS_KEY_ desc limit ?";

  /** The application, what writes its plays down, and what counts its statements. */
  @Import({RecordedApplication.class, CountedStatements.class})
  @TestConfiguration(proxyBeanMethods = false)
  static class Application {}

  private final GrowingSide.Plan plan;
  private final PrintStream out = System.out;

  /** After which act of the play each round is over. */
  private final List<Integer> ends = new ArrayList<>();

  private Played played;

  private GrowthBench(GrowingSide.Plan plan) {
    this.plan = plan;
  }

  /**
   * @param args how many cases to play in each round, then the numbers of historic cases, growing;
   *     100 0 40000 200000 if missing
   */
  public static void main(String[] args) {
    List<Integer> numbers =
        args.length > 1
            ? Arrays.stream(args).map(Integer::valueOf).toList()
            : List.of(100, 0, 40_000, 200_000);
    new GrowthBench(
            new GrowingSide.Plan(numbers.get(0), ROUNDS, numbers.subList(1, numbers.size())))
        .compare();
    System.exit(0);
  }

  /** One after the other: the two do not fit on a disk together. */
  private void compare() {
    String place = Postgres.newDatabase();
    List<Line> product;
    try (var context = WholeProduct.start(Application.class, place, WholeProduct.STILL)) {
      product = product(context);
    }
    Postgres.drop(place);
    String barePlace = Postgres.newDatabase();
    List<Line> bare;
    try (var context = BareApplication.start(barePlace, true)) {
      bare = bare(context);
    }
    Postgres.drop(barePlace);
    new GrowthTable(out).tell(product, bare);
  }

  private List<Line> product(ServletWebServerApplicationContext beans) {
    beans.getBean(Projection.class).catchUp();
    ProcessEngine engine = beans.getBean(ProcessEngine.class);
    JdbcTemplate jdbc = beans.getBean(JdbcTemplate.class);
    TaskListBench.write(jdbc, engine.getRepositoryService(), 0, OPEN, false);
    String filter = TaskListBench.filter(engine, OPEN, TaskListBench.LARGE);
    String clerk = TaskListBench.clerk(engine, TaskListBench.LARGE);
    int port = beans.getWebServer().getPort();
    return new GrowingSide(
            beans,
            plan,
            () -> play(beans),
            () -> {
              Map<Column, Figure> list = byService(engine, filter);
              list.putAll(byHttp(new SignedInClerk(port, clerk, TaskListBench.PASSWORD), filter));
              return list;
            },
            out)
        .grow(() -> learnt(CasePatterns.whole(jdbc), jdbc, ENDED));
  }

  private void play(ServletWebServerApplicationContext beans) {
    int before = ends.isEmpty() ? 0 : ends.get(ends.size() - 1);
    PlayedCases.play(beans, SERVICE, PLACE, plan.cases(), FROM, TO);
    played = Played.of(beans);
    ends.add(played.acts());
    out.printf("  %d acts%n", played.acts() - before);
  }

  private List<Line> bare(BeanFactory beans) {
    BareEngine follower = BareApplication.engine(beans, played);
    ProcessEngine engine = beans.getBean(ProcessEngine.class);
    JdbcTemplate jdbc = beans.getBean(JdbcTemplate.class);
    TaskListBench.write(jdbc, engine.getRepositoryService(), 0, OPEN, true);
    String filter = TaskListBench.filter(engine, OPEN, TaskListBench.LARGE);
    Iterator<Integer> rounds = ends.iterator();
    List<Line> lines =
        new GrowingSide(
                beans,
                plan,
                () -> follower.follow(rounds.next() - follower.followed()),
                () -> underGrants(engine, filter),
                out)
            .grow(() -> learnt(CasePatterns.ofEngine(jdbc), jdbc, ENDED_IN_ENGINE));
    BareEngine.Result result = follower.result();
    out.printf(
        "default engine: %d cases, %d acts, %d left out%n",
        result.cases(), result.acts(), result.leftOut());
    result.troubles().stream().limit(TROUBLES).forEach(out::println);
    return lines;
  }

  /** Somebody must not see every list; acts are done without, as the starter's default is. */
  private static Map<Column, Figure> underGrants(ProcessEngine engine, String filter) {
    ProcessEngineConfiguration configuration = engine.getProcessEngineConfiguration();
    configuration.setAuthorizationEnabled(true);
    try {
      return byService(engine, filter);
    } finally {
      configuration.setAuthorizationEnabled(false);
    }
  }

  private static Map<Column, Figure> byService(ProcessEngine engine, String filter) {
    TaskListBench.Answers took = TaskListBench.answers(engine, TaskListBench.LARGE, filter);
    return GrowingSide.list(Column.PAGE, took.pages(), Column.COUNT, took.counts());
  }

  private static Map<Column, Figure> byHttp(SignedInClerk clerk, String filter) {
    return GrowingSide.list(
        Column.PAGE_BY_HTTP,
        TaskListBench.times(() -> clerk.page(filter, "", PAGE)),
        Column.COUNT_BY_HTTP,
        TaskListBench.times(() -> clerk.count(filter)));
  }

  private CasePatterns learnt(CasePatterns patterns, JdbcTemplate jdbc, String ended) {
    patterns.learn(jdbc.queryForList(ended, String.class, plan.cases()));
    out.printf("  %d cases to write again%n", patterns.ended().size());
    return patterns;
  }
}
