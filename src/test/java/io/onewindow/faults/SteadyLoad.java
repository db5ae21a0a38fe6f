package io.onewindow.faults;

import io.onewindow.faults.Steadiness.Third;
import io.onewindow.production.Node;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** R1: fifty clerks at two nodes for a while; nothing fails, nothing is slow, nothing grows. */
final class SteadyLoad {

  private static final Duration LONGEST_ANSWER = Duration.ofSeconds(30);
  private static final Duration EVERY = Duration.ofSeconds(15);
  private static final String TOKEN = "steady-load-token";

  /** Until fifty clerks have met two cold nodes. */
  private static final Duration WARMING_UP = Duration.ofMinutes(3);

  private static final int THIRDS = 3;

  private final Site site;
  private final long seed;

  SteadyLoad(Site site, long seed) {
    this.site = site;
    this.seed = seed;
  }

  /**
   * @param length without the first minutes
   * @param moment how long a clerk pauses between two things, on average
   */
  boolean lasts(Duration length, Duration moment) {
    Map<String, String> settings = Map.of("ONEWINDOW_METRICS_TOKEN", TOKEN);
    site.prepared(Node.JAR);
    site.node("a", settings, "-XX:TieredStopAtLevel=4");
    site.node("b", settings, "-XX:TieredStopAtLevel=4");
    site.opens();
    List<Third> thirds = new ArrayList<>();
    long begun;
    try (Clerks clerks = site.clerks(seed, moment, LONGEST_ANSWER)) {
      Site.pause(WARMING_UP);
      begun = site.ledger().deeds();
      for (int i = 1; i <= THIRDS; i++) {
        Third third = watch(length.dividedBy(THIRDS));
        site.say("third " + i + ": " + third);
        thirds.add(third);
      }
    }
    Ledger.Account account = site.ledger().read();
    Figures warm = Figures.of(account.after(begun));
    site.say("without the first " + WARMING_UP.toMinutes() + " minutes:" + warm);
    List<String> broken = new Steadiness(Figures.of(account), warm, thirds).broken();
    broken.forEach(one -> site.say("WRONG " + one));
    return site.concludes(Duration.ofMinutes(3)) && broken.isEmpty();
  }

  private Third watch(Duration length) {
    List<List<Long>> pooled = new ArrayList<>();
    List<Long> sessions = new ArrayList<>();
    long end = System.nanoTime() + length.toNanos();
    do {
      Site.pause(EVERY);
      pooled.add(all("hikaricp_connections{"));
      sessions.add(
          site.database()
              .sql("select count(*) from pg_stat_activity where datname = current_database()")
              .query(Long.class)
              .single());
    } while (System.nanoTime() < end);
    site.nodes().forEach(SteadyLoad::collect);
    return new Third(all("jvm_memory_used_bytes{area=\"heap\""), most(pooled), max(sessions));
  }

  /** Of each node the most that was seen. */
  private static List<Long> most(List<List<Long>> seen) {
    List<Long> most = new ArrayList<>();
    for (int i = 0; i < seen.get(0).size(); i++) {
      int node = i;
      most.add(max(seen.stream().map(one -> one.get(node)).toList()));
    }
    return most;
  }

  private static long max(List<Long> numbers) {
    return Collections.max(numbers);
  }

  /** What is used without one is for the most part what has not been collected yet. */
  private static void collect(Node node) {
    try {
      String program = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
      String pid = String.valueOf(node.process().pid());
      Process process =
          new ProcessBuilder(program, pid, "GC.run")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (process.waitFor() != 0) {
        throw new AssertionError("jcmd " + pid + " GC.run ends with " + process.exitValue());
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError(stopped);
    }
  }

  private List<Long> all(String metric) {
    return site.nodes().stream().map(node -> sum(metrics(node), metric)).toList();
  }

  private static String metrics(Node node) {
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
}
