package io.onewindow.faults;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/** Jobs that nodes have taken and not done yet: makes nodes take many, and sees what is left. */
final class HeldJobs {

  private static final int AT_ONCE = 150;

  /** So many each node shall hold. */
  private static final int ENOUGH = 5;

  private static final int WAVES = 5;
  private static final Duration SOON = Duration.ofMillis(500);
  private static final Duration PATIENCE = Duration.ofSeconds(4);
  private static final long BREATH = Duration.ofMillis(5).toNanos();

  /** After which a living node has done what it held. */
  private static final Duration LIVING = Duration.ofSeconds(5);

  private final Site site;

  /**
   * What a dead node left behind.
   *
   * @param count jobs it had taken and not done
   * @param free after which the last one could be taken by another node; zero when it held none
   */
  record Left(int count, Duration free) {}

  HeldJobs(Site site) {
    this.site = site;
  }

  /** Lets many timers come due at once until that many nodes hold some at the same moment. */
  boolean keepBusy(int nodes) {
    for (int wave = 0; wave < WAVES; wave++) {
      comeDue();
      long end = System.nanoTime() + SOON.plus(PATIENCE).toNanos();
      while (System.nanoTime() < end) {
        if (holders() >= nodes) {
          return true;
        }
        LockSupport.parkNanos(BREATH);
      }
    }
    return false;
  }

  /** In one statement: one by one they would be done as they come. */
  private void comeDue() {
    LocalDateTime soon = LocalDateTime.now(Site.ENGINE_ZONE).plus(SOON);
    site.database()
        .sql(
            "update ACT_RU_JOB set DUEDATE_ = ?, REV_ = REV_ + 1 where ID_ in (select ID_ from"
                + " ACT_RU_JOB where TYPE_ = 'timer' and LOCK_OWNER_ is null and RETRIES_ > 0"
                + " and DUEDATE_ > ? limit ? for update skip locked)")
        .params(soon, soon, AT_ONCE)
        .update();
  }

  private long holders() {
    return site.database()
        .sql(
            "select count(*) from (select LOCK_OWNER_ from ACT_RU_JOB where LOCK_OWNER_ is not null"
                + " group by LOCK_OWNER_ having count(*) >= ?) HOLDERS")
        .param(ENOUGH)
        .query(Long.class)
        .single();
  }

  /** To be asked at once when a node has died. */
  Left left(Duration longest) {
    Map<String, String> held = held();
    long begun = System.nanoTime();
    Site.pause(LIVING);
    int count = still(held);
    if (count == 0) {
      return new Left(0, Duration.ZERO);
    }
    Site.await(longest, () -> still(held) == 0);
    return new Left(count, Duration.ofNanos(System.nanoTime() - begun));
  }

  /** How many of those are held as they were; a living node's next lock is another one. */
  private int still(Map<String, String> held) {
    HashSet<Map.Entry<String, String>> now = new HashSet<>(held().entrySet());
    now.retainAll(held.entrySet());
    return now.size();
  }

  /** By whom and until when each job is held. */
  private Map<String, String> held() {
    return site
        .database()
        .sql(
            "select ID_, LOCK_OWNER_ || ' ' || LOCK_EXP_TIME_ from ACT_RU_JOB"
                + " where LOCK_OWNER_ is not null")
        .query((row, number) -> Map.entry(row.getString(1), row.getString(2)))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
