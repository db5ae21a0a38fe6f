package io.onewindow.faults;

import io.onewindow.production.Node;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Nodes that die in the midst of their work: one again and again, or both at once. */
final class KilledNodes {

  private static final Duration LONGEST_ANSWER = Duration.ofSeconds(30);
  private static final Duration SETTLED = Duration.ofMinutes(3);
  private static final int LONGEST_LIFE_MILLIS = 8000;

  /** Share of the kills that come when the last one's victim may still be starting again. */
  private static final double STARTING = 0.4;

  private final Site site;
  private final long seed;
  private final Duration lockTime;
  private final Duration moment;
  private final Random chance;

  /**
   * @param lockTime how long a node keeps the jobs it has taken
   * @param moment how long a clerk pauses between two things, on average
   */
  KilledNodes(Site site, long seed, Duration lockTime, Duration moment) {
    this.site = site;
    this.seed = seed;
    this.lockTime = lockTime;
    this.moment = moment;
    this.chance = new Random(seed);
  }

  /**
   * F1: one of the two is killed at random moments, in its work or when it is just starting again;
   * the other takes its jobs over.
   *
   * @param longest after which nobody is killed any more
   */
  boolean oneByOne(int kills, Duration longest) {
    long end = System.nanoTime() + longest.toNanos();
    List<Duration> free = new ArrayList<>();
    int timesAtWork = 0;
    int held = 0;
    HeldJobs jobs = new HeldJobs(site);
    try (Clerks clerks = site.clerks(seed, moment, LONGEST_ANSWER);
        Haste haste = site.haste(seed, LONGEST_ANSWER)) {
      Node victim = site.nodes().get(0);
      while (free.size() < kills && System.nanoTime() < end) {
        boolean atWork = chance.nextDouble() >= STARTING;
        if (atWork) {
          victim.awaitReady();
          victim = site.nodes().get(chance.nextInt(site.nodes().size()));
          timesAtWork++;
        }
        Site.pause(Duration.ofMillis(chance.nextInt(LONGEST_LIFE_MILLIS)));
        if (atWork) {
          jobs.keepBusy(site.nodes().size());
        }
        victim.kill();
        victim.awaitEnd();
        HeldJobs.Left left = jobs.left(lockTime.multipliedBy(3).plusMinutes(1));
        free.add(left.free());
        held += left.count() > 0 ? 1 : 0;
        say(free.size(), atWork, left);
        victim.start();
      }
      victim.awaitReady();
    }
    boolean inTime = free.stream().allMatch(one -> one.compareTo(lockTime.plusSeconds(10)) <= 0);
    site.say(
        String.format(
            Locale.ROOT,
            "%d kills, %d of a node at work, %d of one that held jobs; free in time: %b",
            free.size(),
            timesAtWork,
            held,
            inTime));
    return site.concludes(SETTLED) && inTime && held > 0;
  }

  private void say(int kill, boolean atWork, HeldJobs.Left left) {
    site.say(
        String.format(
            Locale.ROOT,
            "kill %d, %s: it held %d jobs, free after %d ms",
            kill,
            atWork ? "at work" : "starting",
            left.count(),
            left.free().toMillis()));
  }

  /** F2: both at once; they are ready again within a minute. */
  boolean both(Duration longest) {
    Duration ready;
    try (Clerks clerks = site.clerks(seed, moment, LONGEST_ANSWER);
        Haste haste = site.haste(seed, LONGEST_ANSWER)) {
      Site.pause(Duration.ofSeconds(20 + chance.nextInt(10)));
      site.nodes().forEach(Node::kill);
      site.nodes().forEach(Node::awaitEnd);
      long begun = System.nanoTime();
      site.nodes().forEach(Node::start);
      site.nodes().forEach(Node::awaitReady);
      ready = Duration.ofNanos(System.nanoTime() - begun);
      site.say("both ready after " + ready.toMillis() + " ms");
      Site.pause(Duration.ofSeconds(10));
    }
    return site.concludes(SETTLED) && ready.compareTo(longest) < 0;
  }
}
