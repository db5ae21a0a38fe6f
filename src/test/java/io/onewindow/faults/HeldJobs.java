package io.onewindow.faults;

import io.onewindow.production.Node;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/**
 * Jobs that nodes have taken and not done yet: sees who holds some, and what one leaves that is
 * dead or stands still.
 */
final class HeldJobs {

  private static final int AT_ONCE = 150;

  /** Who holds so many is in the midst of its work; one or two may be done before it is dead. */
  private static final int ENOUGH = 5;

  private static final int WAVES = 5;
  private static final Duration SOON = Duration.ofMillis(500);
  private static final Duration PATIENCE = Duration.ofSeconds(4);
  private static final long LONGEST_BLINK = Duration.ofMillis(60).toNanos();

  /** After which the database has ended what that node had sent it. */
  private static final Duration SENT = Duration.ofSeconds(5);

  private final Site site;
  private final Random chance;

  /**
   * What such a node left behind.
   *
   * @param count jobs it had taken and not done
   * @param free after which the last one could be taken by another node, or was done by it; zero
   *     when it held none
   */
  record Left(int count, Duration free) {}

  /**
   * @param chance by which it looks sooner or later
   */
  HeldJobs(Site site, Random chance) {
    this.site = site;
    this.chance = chance;
  }

  /**
   * Lets many timers come due at once until a node is seen to hold some, and answers it. It looks
   * at random moments, so that what is seen is anywhere in the work and not always its beginning.
   */
  Optional<Node> holder() {
    for (int wave = 0; wave < WAVES; wave++) {
      comeDue();
      long end = System.nanoTime() + SOON.plus(PATIENCE).toNanos();
      while (System.nanoTime() < end) {
        Optional<Node> seen = seen();
        if (seen.isPresent()) {
          return seen;
        }
        LockSupport.parkNanos(chance.nextLong(LONGEST_BLINK));
      }
    }
    return Optional.empty();
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

  private Optional<Node> seen() {
    return site.database()
        .sql(
            "select split_part(LOCK_OWNER_, ' ', 1) from ACT_RU_JOB where LOCK_OWNER_ is not null"
                + " group by LOCK_OWNER_ having count(*) >= ? order by count(*) desc limit 1")
        .param(ENOUGH)
        .query(String.class)
        .optional()
        .map(this::named);
  }

  private Node named(String name) {
    return site.nodes().stream().filter(node -> node.name().equals(name)).findAny().orElseThrow();
  }

  /** To be asked at once when that node has died or stands still. */
  Left left(Node gone, Duration longest) {
    Map<String, String> held = held(gone);
    long begun = System.nanoTime();
    Site.pause(SENT);
    int count = still(gone, held);
    if (count == 0) {
      return new Left(0, Duration.ZERO);
    }
    Site.await(longest, () -> still(gone, held) == 0);
    return new Left(count, Duration.ofNanos(System.nanoTime() - begun));
  }

  /** How many of those are held as they were. */
  private int still(Node gone, Map<String, String> held) {
    HashSet<Map.Entry<String, String>> now = new HashSet<>(held(gone).entrySet());
    now.retainAll(held.entrySet());
    return now.size();
  }

  /** The jobs that this node holds, each with the life of the node and until when. */
  private Map<String, String> held(Node node) {
    return site
        .database()
        .sql(
            "select ID_, LOCK_OWNER_ || ' ' || LOCK_EXP_TIME_ from ACT_RU_JOB"
                + " where split_part(LOCK_OWNER_, ' ', 1) = ?")
        .param(node.name())
        .query((row, number) -> Map.entry(row.getString(1), row.getString(2)))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
