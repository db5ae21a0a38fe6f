package io.onewindow.faults;

import io.onewindow.production.Node;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * F3: a node that stands still for longer than its locks last, as in a long pause for memory, while
 * it holds jobs. The other one does them; what it had begun itself is refused when it goes on.
 */
final class FrozenNode {

  private static final Duration LONGEST_ANSWER = Duration.ofSeconds(10);
  private static final Duration SETTLED = Duration.ofMinutes(3);
  private static final Duration WORK = Duration.ofSeconds(15);
  private static final Duration LATER = Duration.ofSeconds(20);

  /** Who was seen to hold jobs may have done them before it stands still. */
  private static final int TRIES = 5;

  private final Site site;
  private final long seed;
  private final Duration lockTime;
  private final Duration moment;
  private final HeldJobs jobs;

  /**
   * @param left the jobs it held
   * @param refused steps that it had begun and was told afterwards that another was faster with
   */
  private record Freeze(HeldJobs.Left left, long refused) {}

  /**
   * @param lockTime how long a node keeps the jobs it has taken
   * @param moment how long a clerk pauses between two things, on average
   */
  FrozenNode(Site site, long seed, Duration lockTime, Duration moment) {
    this.site = site;
    this.seed = seed;
    this.lockTime = lockTime;
    this.moment = moment;
    this.jobs = new HeldJobs(site, new Random(seed));
  }

  boolean again(int times) {
    List<Freeze> done = new ArrayList<>();
    try (Clerks clerks = site.clerks(seed, moment, LONGEST_ANSWER);
        Haste haste = site.haste(seed, LONGEST_ANSWER)) {
      for (int i = 0; i < times; i++) {
        Site.pause(WORK);
        done.add(freeze());
      }
    }
    boolean sound = isSound(done);
    return site.concludes(SETTLED) && sound;
  }

  private Freeze freeze() {
    Node frozen = site.nodes().get(1);
    HeldJobs.Left left = new HeldJobs.Left(0, Duration.ZERO);
    long begun = 0;
    long before = 0;
    for (int i = 0; i < TRIES && left.count() == 0; i++) {
      frozen = jobs.holder().orElse(frozen);
      before = refused(frozen);
      begun = System.nanoTime();
      signal(frozen, "-STOP");
      left = jobs.left(frozen, lockTime.plus(LATER));
      if (left.count() == 0) {
        signal(frozen, "-CONT");
      }
    }
    if (left.count() > 0) {
      Site.pause(lockTime.plus(LATER).minusNanos(System.nanoTime() - begun));
      signal(frozen, "-CONT");
      Site.pause(LATER);
    }
    Freeze freeze = new Freeze(left, refused(frozen) - before);
    site.say(
        String.format(
            Locale.ROOT,
            "%s stood still with %d jobs, the other had taken them after %d ms;"
                + " refused to it when it went on: %d",
            frozen.name(),
            left.count(),
            left.free().toMillis(),
            freeze.refused()));
    return freeze;
  }

  /** Each held jobs, which the other took over meanwhile, and was once too late with one. */
  private boolean isSound(List<Freeze> freezes) {
    Duration longest = lockTime.plusSeconds(10);
    boolean held = freezes.stream().allMatch(one -> one.left().count() > 0);
    boolean inTime = freezes.stream().allMatch(one -> one.left().free().compareTo(longest) <= 0);
    long refused = freezes.stream().mapToLong(Freeze::refused).sum();
    site.say(
        String.format(
            Locale.ROOT,
            "always held jobs: %b, taken over in time: %b, refused: %d",
            held,
            inTime,
            refused));
    return held && inTime && refused > 0;
  }

  /** How often the node's log says of a job that somebody else was faster. */
  private static long refused(Node node) {
    return Node.printed(node.name())
        .lines()
        .filter(line -> line.contains("ENGINE-14006") && line.contains("OptimisticLocking"))
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
