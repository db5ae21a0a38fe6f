package io.onewindow.faults;

import io.onewindow.production.Node;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;

/** F3: a node that stands still for longer than its locks last, as in a long pause for memory. */
final class FrozenNode {

  private static final Duration LOCK_TIME = Duration.ofSeconds(15);
  private static final Duration FROZEN = LOCK_TIME.plusSeconds(20);
  private static final Duration LONGEST_ANSWER = Duration.ofSeconds(10);
  private static final Duration SETTLED = Duration.ofMinutes(3);

  private final Site site;
  private final long seed;

  FrozenNode(Site site, long seed) {
    this.site = site;
    this.seed = seed;
  }

  boolean again(int times) {
    Map<String, String> settings =
        Map.of("CAMUNDA_BPM_JOBEXECUTION_LOCKTIMEINMILLIS", String.valueOf(LOCK_TIME.toMillis()));
    site.prepared(Node.JAR);
    site.node("a", settings);
    Node frozen = site.node("b", settings);
    site.opens();
    try (Clerks clerks = site.clerks(seed, Duration.ofSeconds(1), LONGEST_ANSWER);
        Haste haste = site.haste(seed, LONGEST_ANSWER)) {
      for (int i = 0; i < times; i++) {
        Site.pause(Duration.ofSeconds(15));
        signal(frozen, "-STOP");
        Site.pause(FROZEN);
        signal(frozen, "-CONT");
      }
      Site.pause(Duration.ofSeconds(20));
    }
    site.say("refused to the one that stood still, as its log counts them: " + stale());
    return site.concludes(SETTLED);
  }

  /** How often the frozen node says that somebody else was faster. */
  private long stale() {
    return Node.printed("freeze-b")
        .lines()
        .filter(line -> line.contains("OptimisticLocking") || line.contains("ENGINE-14006"))
        .count();
  }

  static void signal(Node node, String signal) {
    try {
      String pid = String.valueOf(node.process().pid());
      int code = new ProcessBuilder("kill", signal, pid).inheritIO().start().waitFor();
      if (code != 0) {
        throw new AssertionError("kill " + signal + " " + pid + " ends with " + code);
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError(stopped);
    }
  }
}
