package io.onewindow.faults;

import io.onewindow.production.Node;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * F11: an older release has left cases of every service at many places; its dump is restored, this
 * release is started on it, and a robot ends every one of them.
 */
final class Replay {

  private static final int ROUNDS = 8;
  private static final Duration SETTLED = Duration.ofMinutes(3);
  private static final Duration LONGEST = Duration.ofMinutes(15);
  private static final String BEFORE = "before";
  private static final String AFTER = "after";

  private final long seed;
  private final int each;

  /**
   * @param each how many cases of each service
   */
  Replay(long seed, int each) {
    this.seed = seed;
    this.each = each;
  }

  /**
   * @param old jar of the release that has begun the cases
   */
  boolean everyCaseEnds(Path old) {
    Path backup = Ground.newFolder("onewindow-replay-");
    try (Cluster cluster = Cluster.create()) {
      String dump = backup.resolve("dump").toString();
      long begun = begin(old, cluster.newDatabase(BEFORE));
      Cluster.run(List.of("pg_dump", "-d", address(cluster, BEFORE), "-Fc", "-f", dump));
      String restored = cluster.newDatabase(AFTER);
      Cluster.run(List.of("pg_restore", "-d", address(cluster, AFTER), dump));
      return end(restored, begun);
    } finally {
      Cluster.delete(backup);
    }
  }

  private static String address(Cluster cluster, String database) {
    return cluster.connection() + " dbname=" + database;
  }

  /** The older release works; answers how many instances it leaves open. */
  private long begin(Path old, String url) {
    try (Site site = new Site("replay-before", url)) {
      site.say("seed=" + seed);
      site.prepared(old);
      site.node("a", Map.of()).takes(old);
      site.starts();
      Robot robot = new Robot(site, seed);
      robot.starts(each);
      robot.leavesThemAnywhere(ROUNDS);
      site.nodes().forEach(Node::stop);
      site.say("tables at version " + site.tables());
      robot.places().forEach(site::say);
      return robot.open();
    }
  }

  /** This release goes on with them. */
  private boolean end(String url, long begun) {
    try (Site site = new Site("replay-after", url)) {
      site.prepared(Node.JAR);
      site.node("a", Map.of());
      site.starts();
      site.say("tables at version " + site.tables());
      Robot robot = new Robot(site, seed);
      boolean allThere = robot.open() == begun;
      robot.endsThem(LONGEST);
      robot.left().forEach(one -> site.say("WRONG left: " + one));
      long open = robot.open();
      site.say(begun + " instances were open, " + open + " still are");
      return site.concludes(SETTLED) && allThere && begun > 0 && open == 0;
    }
  }
}
