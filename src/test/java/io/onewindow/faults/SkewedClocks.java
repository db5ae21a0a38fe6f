package io.onewindow.faults;

import io.onewindow.production.Node;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * F9: one node's clock is wrong, by libfaketime, or it stands in another zone. No timer fires early
 * by the database's clock, none twice, and due dates are what they are on the other node. Of the
 * timers that are looked at the wrong node itself fires some.
 */
final class SkewedClocks {

  private static final Path LIBRARY =
      Path.of("/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1");
  private static final Path FAKE = Path.of("target/nodes/faketime");

  /** How much too early a timer may fire: the tolerance of the nodes' clocks. */
  private static final Duration TOLERANCE = Duration.ofSeconds(1);

  private static final Duration LONGEST_ANSWER = Duration.ofSeconds(30);
  private static final Duration WORK = Duration.ofSeconds(15);
  private static final Duration AHEAD = Duration.ofSeconds(30);
  private static final int TIMERS = 60;

  /** Of timers, until the wrong node has fired some: which node takes which is chance. */
  private static final int WAVES = 3;

  private final Site site;
  private final long seed;

  /**
   * @param environment of the node whose clock is wrong
   * @param later what its clock is set to while it runs, null for no change
   */
  private record Fault(String name, Map<String, String> environment, String later) {}

  private static final List<Fault> FAULTS =
      List.of(
          new Fault("five minutes ahead", faked(), "+5m"),
          new Fault("five minutes behind", faked(), "-5m"),
          new Fault("jumps back an hour", faked(), "-1h"),
          new Fault("in UTC", Map.of("TZ", "UTC"), null),
          new Fault("in New York", Map.of("TZ", "America/New_York"), null));

  SkewedClocks(Site site, long seed) {
    this.site = site;
    this.seed = seed;
  }

  private static Map<String, String> faked() {
    return Map.of(
        "LD_PRELOAD",
        LIBRARY.toString(),
        "FAKETIME_TIMESTAMP_FILE",
        FAKE.toAbsolutePath().toString(),
        "FAKETIME_CACHE_DURATION",
        "1",
        "DONT_FAKE_MONOTONIC",
        "1");
  }

  boolean allOfThem() {
    if (!Files.exists(LIBRARY)) {
      site.say("SKIPPED: libfaketime is not installed (apt-get install libfaketime)");
      return false;
    }
    site.prepared(Node.JAR);
    Map<String, String> environment = new HashMap<>();
    Node right = site.node("a", Map.of());
    Node wrong = site.node("b", environment);
    site.opens();
    boolean sound = true;
    for (Fault fault : FAULTS) {
      environment.clear();
      environment.putAll(fault.environment());
      boolean jumps = fault.name().startsWith("jumps");
      set(jumps || fault.later() == null ? "+0" : fault.later());
      wrong.stop();
      wrong.start();
      wrong.awaitReady();
      sound &= stands(fault, jumps, right, wrong);
    }
    return site.concludes(Duration.ofMinutes(3)) && sound;
  }

  private boolean stands(Fault fault, boolean jumps, Node right, Node wrong) {
    try (Clerks clerks =
        site.clerks(seed + fault.name().hashCode(), Duration.ofSeconds(1), LONGEST_ANSWER)) {
      Site.pause(WORK);
      if (jumps) {
        set(fault.later());
      }
      Site.pause(WORK);
    }
    boolean sound = true;
    long byWrong = 0;
    for (int i = 0; i < WAVES && byWrong == 0; i++) {
      Map<String, Instant> due = plan(right);
      Duration[] lateness = watch(due);
      byWrong = firedBy(wrong, due);
      site.say(
          String.format(
              Locale.ROOT,
              "%s: %d timers, %d of them fired by the wrong node; earliest %+d ms, latest %+d ms"
                  + " from being due",
              fault.name(),
              due.size(),
              byWrong,
              lateness[0].toMillis(),
              lateness[1].toMillis()));
      sound &=
          !due.isEmpty()
              && lateness[0].plus(TOLERANCE).compareTo(Duration.ZERO) >= 0
              && lateness[1].compareTo(AHEAD) < 0;
    }
    Duration apart = apart(right, wrong);
    site.say(fault.name() + ": due dates of two nodes " + apart.toMillis() + " ms apart");
    return sound && byWrong > 0 && apart.compareTo(WORK) < 0;
  }

  private static void set(String time) {
    try {
      Files.writeString(FAKE, time + "\n");
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** Lets some timers come due half a minute from now, one after the other. */
  private Map<String, Instant> plan(Node node) {
    Map<String, Instant> due = new LinkedHashMap<>();
    List<String> jobs =
        site.database()
            .sql(
                "select ID_ from ACT_RU_JOB where HANDLER_TYPE_ = 'timer-task-listener'"
                    + " and LOCK_OWNER_ is null and RETRIES_ > 0 order by DUEDATE_ desc limit ?")
            .param(TIMERS)
            .query(String.class)
            .list();
    Instant first = Instant.now().plus(AHEAD);
    for (String job : jobs) {
      Instant when = first.plusMillis(100L * due.size());
      String text = Haste.ENGINE.format(when.atZone(Site.ENGINE_ZONE));
      Site.asChief(node, "PUT", "/engine-rest/job/" + job + "/duedate", Map.of("duedate", text));
      due.put(job, when);
    }
    return due;
  }

  /** Earliest and latest of their firing, from when they are due, by the database's clock. */
  private Duration[] watch(Map<String, Instant> due) {
    Map<String, Instant> open = new HashMap<>(due);
    Duration[] lateness = {Duration.ofDays(1), Duration.ofDays(-1)};
    Site.await(
        AHEAD.multipliedBy(3),
        () -> {
          List<String> there =
              site.database()
                  .sql("select ID_ from ACT_RU_JOB where ID_ in (:jobs)")
                  .param("jobs", due.keySet())
                  .query(String.class)
                  .list();
          Instant now = Instant.now();
          open.entrySet()
              .removeIf(
                  one -> {
                    boolean fired = !there.contains(one.getKey());
                    if (fired) {
                      Duration late = Duration.between(one.getValue(), now);
                      lateness[0] = late.compareTo(lateness[0]) < 0 ? late : lateness[0];
                      lateness[1] = late.compareTo(lateness[1]) > 0 ? late : lateness[1];
                    }
                    return fired;
                  });
          return open.isEmpty();
        });
    if (!open.isEmpty()) {
      lateness[1] = AHEAD.multipliedBy(3);
    }
    return lateness;
  }

  /** How many of those the engine's own record says that node has done. */
  private long firedBy(Node node, Map<String, Instant> due) {
    return due.isEmpty()
        ? 0
        : site.database()
            .sql(
                "select count(*) from ACT_HI_JOB_LOG where JOB_STATE_ = 2 and HOSTNAME_ = :node"
                    + " and JOB_ID_ in (:jobs)")
            .param("node", node.name())
            .param("jobs", due.keySet())
            .query(Long.class)
            .single();
  }

  /** By how much the due dates of two equal applications at the two nodes differ. */
  private Duration apart(Node right, Node wrong) {
    LocalDateTime one = dueOf(right);
    LocalDateTime other = dueOf(wrong);
    return Duration.between(one, other).abs();
  }

  private LocalDateTime dueOf(Node node) {
    String receiptNo = site.starts(node, seed);
    return site.database()
        .sql(
            "select T.DUE_DATE_ from ACT_HI_TASKINST T join ACT_HI_PROCINST P"
                + " on P.ID_ = T.PROC_INST_ID_ where P.BUSINESS_KEY_ = ?"
                + " and T.DUE_DATE_ is not null order by T.START_TIME_ limit 1")
        .param(receiptNo)
        .query(LocalDateTime.class)
        .single();
  }
}
