package io.onewindow.faults;

import io.onewindow.production.Node;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Nodes that die in the midst of their work: one again and again, or both at once. */
final class KilledNodes {

  private static final Duration LONGEST_ANSWER = Duration.ofSeconds(30);
  private static final Duration SETTLED = Duration.ofMinutes(3);
  private static final int LONGEST_LIFE_SECONDS = 8;

  private final Site site;
  private final long seed;
  private final Duration lockTime;

  /**
   * @param lockTime how long a node keeps the jobs it has taken
   */
  KilledNodes(Site site, long seed, Duration lockTime) {
    this.site = site;
    this.seed = seed;
    this.lockTime = lockTime;
  }

  private void opens() {
    Map<String, String> settings =
        Map.of("CAMUNDA_BPM_JOBEXECUTION_LOCKTIMEINMILLIS", String.valueOf(lockTime.toMillis()));
    site.prepared(Node.JAR);
    site.node("a", settings);
    site.node("b", settings);
    site.opens();
  }

  /** F1: one of the two is killed, at random moments; the other takes its jobs over. */
  boolean oneByOne(int kills) {
    opens();
    Random chance = new Random(seed);
    List<Duration> taken = new ArrayList<>();
    try (Clerks clerks = site.clerks(seed, Duration.ofMillis(500), LONGEST_ANSWER);
        Haste haste = site.haste(seed, LONGEST_ANSWER)) {
      for (int i = 1; i <= kills; i++) {
        Site.pause(Duration.ofMillis(chance.nextInt(LONGEST_LIFE_SECONDS * 1000)));
        Node victim = site.nodes().get(chance.nextInt(2));
        victim.kill();
        victim.awaitEnd();
        taken.add(takenOver(i));
        victim.start();
        victim.awaitReady();
      }
    }
    boolean inTime = taken.stream().allMatch(one -> one.compareTo(lockTime.plusSeconds(10)) <= 0);
    site.say("jobs taken over in time: " + inTime);
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
    opens();
    Duration ready;
    try (Clerks clerks = site.clerks(seed, Duration.ofMillis(500), LONGEST_ANSWER);
        Haste haste = site.haste(seed, LONGEST_ANSWER)) {
      Site.pause(Duration.ofSeconds(20 + new Random(seed).nextInt(10)));
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
