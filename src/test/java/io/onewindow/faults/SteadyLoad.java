package io.onewindow.faults;

import io.onewindow.production.Node;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** R1: fifty clerks at two nodes for a while; nothing fails, nothing grows. */
final class SteadyLoad {

  private static final Duration LONGEST_ANSWER = Duration.ofSeconds(30);
  private static final Duration EVERY = Duration.ofSeconds(15);
  private static final String TOKEN = "steady-load-token";
  private static final double MOST_FAILURES = 0.001;

  private final Site site;
  private final long seed;

  /**
   * @param heap bytes on the heap of each node
   * @param pooled connections that each node keeps
   * @param sessions connections that the database serves
   */
  private record Sample(long[] heap, long[] pooled, long sessions) {}

  SteadyLoad(Site site, long seed) {
    this.site = site;
    this.seed = seed;
  }

  /**
   * @param moment how long a clerk pauses between two things, on average
   */
  boolean lasts(Duration length, Duration moment) {
    Map<String, String> settings = Map.of("ONEWINDOW_METRICS_TOKEN", TOKEN);
    site.prepared(Node.JAR);
    site.node("a", settings, "-XX:TieredStopAtLevel=4");
    site.node("b", settings, "-XX:TieredStopAtLevel=4");
    site.opens();
    List<Sample> samples = new ArrayList<>();
    try (Clerks clerks = site.clerks(seed, moment, LONGEST_ANSWER)) {
      long end = System.nanoTime() + length.toNanos();
      while (System.nanoTime() < end) {
        Site.pause(EVERY);
        samples.add(sample());
      }
    }
    print(samples);
    Figures figures = Figures.of(site.ledger().read());
    boolean sound = figures.failures() <= figures.answers() * MOST_FAILURES;
    return site.concludes(Duration.ofMinutes(3)) && sound;
  }

  private Sample sample() {
    List<String> metrics = site.nodes().stream().map(this::metrics).toList();
    return new Sample(
        metrics.stream()
            .mapToLong(one -> sum(one, "jvm_memory_used_bytes{area=\"heap\""))
            .toArray(),
        metrics.stream().mapToLong(one -> sum(one, "hikaricp_connections{")).toArray(),
        site.database()
            .sql("select count(*) from pg_stat_activity where datname = current_database()")
            .query(Long.class)
            .single());
  }

  private String metrics(Node node) {
    HttpResponse<String> answer =
        node.send(
            node.request("/actuator/prometheus").header("Authorization", "Bearer " + TOKEN).GET());
    return answer.body();
  }

  private static long sum(String metrics, String name) {
    return (long)
        metrics
            .lines()
            .filter(line -> line.startsWith(name))
            .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
            .sum();
  }

  private void print(List<Sample> samples) {
    int third = samples.size() / 3;
    for (int part = 0; part < 3 && third > 0; part++) {
      List<Sample> some = samples.subList(part * third, (part + 1) * third);
      site.say(
          String.format(
              Locale.ROOT,
              "third %d: heap least %d and %d MB, connections most %d and %d, at the database %d",
              part + 1,
              some.stream().mapToLong(one -> one.heap()[0]).min().orElse(0) >> 20,
              some.stream().mapToLong(one -> one.heap()[1]).min().orElse(0) >> 20,
              some.stream().mapToLong(one -> one.pooled()[0]).max().orElse(0),
              some.stream().mapToLong(one -> one.pooled()[1]).max().orElse(0),
              some.stream().mapToLong(Sample::sessions).max().orElse(0)));
    }
  }
}
