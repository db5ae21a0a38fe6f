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
   * @param atWork or else perhaps starting
   * @param left the jobs it held
   */
  private record Kill(boolean atWork, HeldJobs.Left left) {

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%s: it held %d jobs, free after %d ms",
          atWork ? "at work" : "starting",
          left.count(),
          left.free().toMillis());
    }
  }

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
   * the other takes its jobs over. Who is killed at work is whoever is seen to hold jobs.
   *
   * @param longest after which nobody is killed any more
   */
  boolean oneByOne(int kills, Duration longest) {
    long end = System.nanoTime() + longest.toNanos();
    List<Kill> done = new ArrayList<>();
    HeldJobs jobs = new HeldJobs(site, chance);
    try (Clerks clerks = site.clerks(seed, moment, LONGEST_ANSWER);
        Haste haste = site.haste(seed, LONGEST_ANSWER)) {
      Node victim = site.nodes().get(0);
      while (done.size() < kills && System.nanoTime() < end) {
        boolean atWork = chance.nextDouble() >= STARTING;
        if (atWork) {
          victim.awaitReady();
        }
        Site.pause(Duration.ofMillis(chance.nextInt(LONGEST_LIFE_MILLIS)));
        if (atWork) {
          victim = jobs.holder().orElse(victim);
        }
        victim.kill();
        victim.awaitEnd();
        done.add(new Kill(atWork, jobs.left(victim, lockTime.multipliedBy(3).plusMinutes(1))));
        site.say("kill " + done.size() + " of " + victim.name() + ", " + done.get(done.size() - 1));
        victim.start();
      }
      victim.awaitReady();
    }
    boolean sound = isSound(done) && done.size() == kills;
    return site.concludes(SETTLED) && sound;
  }

  /** Jobs were free in time, and most kills at work hit a node that held some. */
  private boolean isSound(List<Kill> kills) {
    Duration longest = lockTime.plusSeconds(10);
    boolean inTime = kills.stream().allMatch(one -> one.left().free().compareTo(longest) <= 0);
    long atWork = kills.stream().filter(Kill::atWork).count();
    long hits = kills.stream().filter(one -> one.atWork() && one.left().count() > 0).count();
    site.say(
        String.format(
            Locale.ROOT,
            "%d kills, %d of a node at work, %d of these held jobs; free in time: %b",
            kills.size(),
            atWork,
            hits,
            inTime));
    return inTime && hits * 2 > atWork;
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
