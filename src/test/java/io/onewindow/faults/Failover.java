package io.onewindow.faults;

import io.onewindow.faults.Finding.Fault;
import java.time.Duration;
import java.util.List;

/** F5: the primary dies for good, and the standby takes over. */
final class Failover {

  private static final Duration WORK = Duration.ofSeconds(30);
  private static final Duration BACK = Duration.ofSeconds(30);
  private static final Duration SETTLED = Duration.ofMinutes(3);

  private final Ground ground;

  Failover(Ground ground) {
    this.ground = ground;
  }

  /** Each commit waits for the standby: nothing that was acknowledged may be missing there. */
  boolean synchronous() {
    ground.primary().set("synchronous_standby_names", Ground.STANDBY);
    ground.primary().set("synchronous_commit", "remote_apply");
    boolean back = takesOver();
    return ground.isSound() && back;
  }

  /** Commits do not wait: what the standby had not got is lost, and is counted here. */
  boolean asynchronous() {
    boolean back = takesOver();
    List<Finding> findings = ground.site().findings(SETTLED);
    long lost = findings.stream().filter(one -> one.fault() == Fault.LOST).count();
    ground.site().say("acknowledged and lost: " + lost + " of what was done in the last moment");
    findings.forEach(one -> ground.site().say("FOUND " + one));
    return back;
  }

  private boolean takesOver() {
    Site site = ground.site();
    Duration written;
    try (Clerks clerks = ground.clerks()) {
      Site.pause(WORK);
      ground.primary().kill();
      ground.primary().fence();
      long begun = System.nanoTime();
      ground.standby().promote();
      site.say("promoted in " + (System.nanoTime() - begun) / 1_000_000 + " ms");
      written = ground.untilWritten();
      site.say("the first new case " + written.toMillis() + " ms after that");
      Site.pause(Duration.ofSeconds(10));
    }
    boolean fenced = ground.primary().tryToStart() != 0;
    site.say("the old primary starts again: " + !fenced);
    return fenced && written.compareTo(BACK) < 0;
  }
}
