package io.onewindow.demo;

import io.onewindow.database.Postgres;
import io.onewindow.engine.PlayedTime;
import io.onewindow.supervision.fact.Projection;
import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Measures what a month of mixed cases of all services costs against the default engine that is
 * taken through the same acts on the same models without our listeners, clocks and delegates. See
 * bench/mixed-cases.md.
 */
public final class MixedCasesBench {

  private static final Month MONTH =
      new Month(Instant.parse("2026-08-31T16:00:00Z"), Instant.parse("2026-09-30T16:00:00Z"));
  private static final double MILLIS = 1e3;
  private static final int KINDS = 40;

  /** What the product's own settings have beside the default ones of the driver. */
  private static final String H2_SETTING = ";QUERY_CACHE_SIZE=512";

  private static final String H2 = "H2";
  private static final String POSTGRESQL = "PostgreSQL";

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
   *     missing; then microseconds that what is sent to PostgreSQL, or comes from it, is under way,
   *     0 if missing
   */
  public static void main(String[] args) {
    int cases = args.length > 0 ? Integer.parseInt(args[0]) : 300;
    String database = args.length > 1 ? args[1] : "";
    Duration oneWay = Duration.of(args.length > 2 ? Long.parseLong(args[2]) : 0, ChronoUnit.MICROS);
    PrintStream out = System.out;
    if (!database.equals(POSTGRESQL)) {
      compare(out, H2, cases, Duration.ZERO);
    }
    if (!database.equals(H2)) {
      compare(out, POSTGRESQL, cases, oneWay);
    }
    System.exit(0);
  }

  /** Each side alone first, where statements are counted; then in turns, where time is taken. */
  private static void compare(PrintStream out, String database, int cases, Duration oneWay) {
    out.println(database);
    Played alone;
    try (var context = product(address(database), true)) {
      CountedStatements counted = context.getBean(CountedStatements.class);
      CountedStatements.Counts before = counted.counts();
      alone = played(context, cases, () -> {});
      Effort effort = context.getBean(Effort.class);
      new Side("product", cases, effort, counted.counts().since(before)).tellCounts(out);
    }
    try (var context = BareApplication.start(address(database), true)) {
      CountedStatements counted = context.getBean(CountedStatements.class);
      BareEngine engine = BareApplication.engine(context, alone);
      CountedStatements.Counts before = counted.counts();
      engine.follow(Integer.MAX_VALUE);
      Effort effort = context.getBean(Effort.class);
      new Side("bare engine", cases, effort, counted.counts().since(before)).tellCounts(out);
    }
    inTurns(out, database, cases, alone, oneWay);
  }

  /**
   * The product's figures, which follow what happens beside the acts: every two seconds in service,
   * here in the bare engine's turn when the acts have taken so long.
   */
  private static final class Figures {

    private static final double EVERY_SECONDS = 2;

    private final ApplicationContext product;
    private final Effort acts;
    private final Effort counting = new Effort(null);
    private double next = EVERY_SECONDS;
    private double database;

    Figures(ApplicationContext product) {
      this.product = product;
      this.acts = product.getBean(Effort.class);
    }

    void follow() {
      if (acts.seconds() >= next) {
        next = acts.seconds() + EVERY_SECONDS;
        catchUp();
      }
    }

    void catchUp() {
      double before = Effort.ofConnections(product);
      counting.of(product.getBean(Projection.class)::catchUp);
      database += Effort.ofConnections(product) - before;
    }
  }

  private static void inTurns(
      PrintStream out, String database, int cases, Played before, Duration oneWay) {
    String place = far(address(database), oneWay);
    String barePlace = far(address(database), oneWay);
    try (var context = product(place, false);
        var bareContext = BareApplication.start(barePlace, false)) {
      BareEngine engine = BareApplication.engine(bareContext, before);
      Effort effort = context.getBean(Effort.class);
      Figures figures = new Figures(context);
      effort.rest(
          () -> {
            engine.follow(Effort.STRETCH);
            figures.follow();
          });
      double ofProduct = -Effort.ofConnections(context);
      double ofBare = -Effort.ofConnections(bareContext);
      Played played =
          played(
              context,
              cases,
              () -> {
                engine.follow(Integer.MAX_VALUE);
                figures.catchUp();
              });
      ofProduct += Effort.ofConnections(context);
      ofBare += Effort.ofConnections(bareContext);
      if (!played.score().kinds().equals(before.score().kinds())) {
        throw new IllegalStateException("the second play was another one than the first");
      }
      BareEngine.Result result = engine.result();
      out.printf("bare engine: %d acts, %d left out%n", result.acts(), result.leftOut());
      result.troubles().stream().limit(10).forEach(out::println);
      Side product = new Side("product", cases, effort, null);
      Side bare = new Side("bare engine", result.cases(), bareContext.getBean(Effort.class), null);
      Side counting = new Side("figures", cases, figures.counting, null);
      product.tellTime(out, ofProduct - figures.database);
      counting.tellTime(out, figures.database);
      bare.tellTime(out, ofBare);
      tellRatio(out, database, product.effort().seconds(), bare.effort().seconds(), "time");
      tellRatio(out, database, product.effort().cpuSeconds(), bare.effort().cpuSeconds(), "CPU");
      tellRatio(out, database, ofProduct - figures.database, ofBare, "CPU of PostgreSQL");
      double withFigures = product.effort().seconds() + figures.counting.seconds();
      tellRatio(
          out,
          database,
          withFigures,
          bare.effort().seconds(),
          "time with its figures, which in service are counted beside");
    }
  }

  private static String address(String database) {
    return database.equals(H2)
        ? "jdbc:h2:mem:%s;DB_CLOSE_DELAY=-1".formatted(UUID.randomUUID())
        : Postgres.newDatabase();
  }

  private static void tellRatio(
      PrintStream out, String database, double product, double bare, String what) {
    if (bare > 0) {
      out.printf(
          Locale.ROOT, "%s: product takes %.2f times the %s%n", database, product / bare, what);
    }
  }

  /** The same database at that distance. */
  private static String far(String address, Duration oneWay) {
    if (oneWay.isZero()) {
      return address;
    }
    URI place = URI.create(address.substring("jdbc:".length()));
    int port = new Distance(place.getPort(), oneWay).port();
    return address.replace(":" + place.getPort() + "/", ":" + port + "/");
  }

  private static ConfigurableApplicationContext product(String url, boolean isCounted) {
    SpringApplicationBuilder application =
        new SpringApplicationBuilder(RecordedApplication.class).profiles("demo");
    if (isCounted) {
      application.sources(CountedStatements.class);
    }
    boolean isH2 = BareApplication.isH2(url);
    List<String> settings =
        new ArrayList<>(
            List.of(
                "--spring.datasource.url=" + url + (isH2 ? H2_SETTING : ""),
                "--spring.datasource.username=" + BareApplication.user(url),
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
    return Played.of(context);
  }
}
