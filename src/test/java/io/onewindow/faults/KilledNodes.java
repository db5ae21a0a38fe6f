package io.onewindow.faults;

import io.onewindow.production.Node;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Nodes that die in the midst of their work: one again and again, or both at once. */
final class KilledNodes {

  private static final Duration LONGEST_ANSWER = Duration.ofSeconds(30);
  private static final Duration SETTLED = Duration.ofMinutes(3);
  private static final Duration MOMENT = Duration.ofSeconds(1);
  private static final int LONGEST_LIFE_MILLIS = 8000;

  private static final LocalDateTime FAR = LocalDateTime.of(9999, 1, 1, 0, 0);

  /** Share of the kills that come when the last one's victim may still be starting again. */
  private static final double STARTING = 0.4;

  private final Site site;
  private final long seed;
  private final Duration lockTime;
  private final Random chance;

  /**
   * @param lockTime how long a node keeps the jobs it has taken
   */
  KilledNodes(Site site, long seed, Duration lockTime) {
    this.site = site;
    this.seed = seed;
    this.lockTime = lockTime;
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
    int atWork = 0;
    try (Clerks clerks = site.clerks(seed, MOMENT, LONGEST_ANSWER);
        Haste haste = site.haste(seed, LONGEST_ANSWER)) {
      Node victim = site.nodes().get(0);
      while (free.size() < kills && System.nanoTime() < end) {
        if (chance.nextDouble() >= STARTING) {
          victim.awaitReady();
          victim = site.nodes().get(chance.nextInt(site.nodes().size()));
          atWork++;
        }
        Site.pause(Duration.ofMillis(chance.nextInt(LONGEST_LIFE_MILLIS)));
        if (chance.nextBoolean()) {
          Site.await(Duration.ofSeconds(5), () -> locked(FAR) > 0);
        }
        victim.kill();
        victim.awaitEnd();
        free.add(takenOver(free.size() + 1));
        victim.start();
      }
      victim.awaitReady();
    }
    boolean inTime = free.stream().allMatch(one -> one.compareTo(lockTime.plusSeconds(10)) <= 0);
    site.say(
        free.size() + " kills, " + atWork + " of a node at work; jobs free in time: " + inTime);
    return site.concludes(SETTLED) && inTime;
  }

  /** How long it takes until no job is held any more by a lock from before. */
  private Duration takenOver(int kill) {
    LocalDateTime latest = latestLock();
    long locked = locked(latest);
    long begun = System.nanoTime();
    Site.await(lockTime.multipliedBy(3).plusMinutes(1), () -> locked(latest) == 0);
    Duration taken = Duration.ofNanos(System.nanoTime() - begun);
    site.say(
        "kill "
            + kill
            + ": "
            + locked
            + " jobs were locked, free after "
            + taken.toMillis()
            + " ms");
    return taken;
  }

  private LocalDateTime latestLock() {
    return site.database()
        .sql("select coalesce(max(LOCK_EXP_TIME_), timestamp '2000-01-01') from ACT_RU_JOB")
        .query(LocalDateTime.class)
        .single();
  }

  /** Jobs that are still held by a lock no later than that. */
  private long locked(LocalDateTime latest) {
    return site.database()
        .sql(
            "select count(*) from ACT_RU_JOB where LOCK_OWNER_ is not null"
                + " and LOCK_EXP_TIME_ <= ?")
        .param(latest)
        .query(Long.class)
        .single();
  }

  /** F2: both at once; they are ready again within a minute. */
  boolean both(Duration longest) {
    Duration ready;
    try (Clerks clerks = site.clerks(seed, MOMENT, LONGEST_ANSWER);
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
