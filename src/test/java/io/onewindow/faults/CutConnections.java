package io.onewindow.faults;

import java.time.Duration;
import java.util.List;

/** F6: connections to the database are cut and left half open, then all go dead at once. */
final class CutConnections {

  /** Fifty people who meet a node that has just started wait for a processor, not for a network. */
  private static final Duration WORK = Duration.ofSeconds(30);

  private static final Duration DISTURBED = Duration.ofSeconds(60);
  private static final Duration SILENT = Duration.ofSeconds(15);
  private static final Duration CALM = Duration.ofSeconds(15);
  private static final long FAST = 6000;
  private static final int UNAVAILABLE = 503;

  /** Of a thousand packets that a node sends: one in fifty goes wrong. */
  private static final int EACH = 10;

  private final Ground ground;

  CutConnections(Ground ground) {
    this.ground = ground;
  }

  boolean heal() {
    Site site = ground.site();
    long before;
    try (Clerks clerks = ground.clerks()) {
      Site.pause(WORK);
      before = Answered.lines(site.ledger());
      ground.network().disturb(EACH, EACH);
      Site.pause(DISTURBED);
      site.say(
          "%d of %d packets cut their connection, %d left it half open"
              .formatted(
                  ground.network().cuts(), ground.network().packets(), ground.network().holds()));
      ground.network().letNewOnesPass();
      Site.pause(CALM);
      ground.network().fallSilent();
      Site.pause(SILENT);
      ground.network().letNewOnesPass();
      site.say("after silence the first new case in " + ground.untilWritten().toMillis() + " ms");
      Site.pause(CALM);
      ground.network().heal();
    }
    boolean fast = areFast(Answered.since(site.ledger(), before));
    boolean returned = areReturned();
    return ground.isSound() && fast && returned;
  }

  /** Whoever was not served was told so at once, and by the right status. */
  private boolean areFast(List<Answered> answers) {
    List<Answered> failed = answers.stream().filter(Answered::isFailure).toList();
    ground
        .site()
        .say(
            "answers by status %s; the slowest failure %d ms, the slowest answer %d ms"
                .formatted(
                    Answered.byStatus(answers),
                    Answered.slowest(failed),
                    Answered.slowest(answers)));
    return failed.stream().allMatch(one -> one.status() == UNAVAILABLE)
        && Answered.slowest(failed) < FAST;
  }

  /** Nobody holds a connection any more, and no node has more than its two pools. */
  private boolean areReturned() {
    String held =
        "select count(*) from pg_stat_activity where datname = '%s' and state <> 'idle' and pid <>"
            + " pg_backend_pid()";
    boolean free = Site.await(CALM, () -> count(held.formatted(Ground.DATABASE)) == 0);
    long open =
        count(
            "select count(*) from pg_stat_activity where datname = '%s' and pid <> pg_backend_pid()"
                .formatted(Ground.DATABASE));
    int most = (Ground.POOL + Ground.POOL_OF_JOBS) * ground.site().nodes().size();
    ground.site().say("connections held by nobody: " + free + ", open " + open + " of " + most);
    return free && open <= most;
  }

  private long count(String sql) {
    return ground.site().database().sql(sql).query(Long.class).single();
  }
}
