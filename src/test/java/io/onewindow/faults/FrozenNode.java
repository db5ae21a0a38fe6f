package io.onewindow.faults;

import io.onewindow.production.Node;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;

/** F3: a node that stands still for longer than its locks last, as in a long pause for memory. */
final class FrozenNode {

  private static final Duration LONGEST_ANSWER = Duration.ofSeconds(10);
  private static final Duration SETTLED = Duration.ofMinutes(3);

  private final Site site;
  private final long seed;
  private final Duration lockTime;
  private final Duration moment;

  /**
   * @param lockTime how long a node keeps the jobs it has taken
   * @param moment how long a clerk pauses between two things, on average
   */
  FrozenNode(Site site, long seed, Duration lockTime, Duration moment) {
    this.site = site;
    this.seed = seed;
    this.lockTime = lockTime;
    this.moment = moment;
  }

  boolean again(int times) {
    Node frozen = site.nodes().get(1);
    try (Clerks clerks = site.clerks(seed, moment, LONGEST_ANSWER);
        Haste haste = site.haste(seed, LONGEST_ANSWER)) {
      for (int i = 0; i < times; i++) {
        Site.pause(Duration.ofSeconds(15));
        signal(frozen, "-STOP");
        Site.pause(lockTime.plusSeconds(20));
        signal(frozen, "-CONT");
      }
      Site.pause(Duration.ofSeconds(20));
    }
    site.say("refused to the one that stood still, as its log counts them: " + stale());
    return site.concludes(SETTLED);
  }

  /** How often the frozen node says that somebody else was faster. */
  private long stale() {
    return Node.printed(site.drill() + "-b")
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
