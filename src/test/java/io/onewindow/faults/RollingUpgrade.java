package io.onewindow.faults;

import io.onewindow.production.Node;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * F10: a release is replaced by a newer one, node by node, while everybody works; the tables are
 * brought up to date first.
 */
final class RollingUpgrade {

  private static final Duration LONGEST_ANSWER = Duration.ofSeconds(30);
  private static final Duration WORK = Duration.ofSeconds(25);

  private final Site site;
  private final long seed;
  private final Duration moment;

  /**
   * @param moment how long a clerk pauses between two things, on average
   */
  RollingUpgrade(Site site, long seed, Duration moment) {
    this.site = site;
    this.seed = seed;
    this.moment = moment;
  }

  /**
   * @param old jar of the release that works at first
   * @param newer jar of the one that replaces it
   */
  boolean replace(Path old, Path newer) {
    // the older release writes the engine's times in the zone of the machine
    Map<String, String> settings = Map.of("TZ", Site.ENGINE_ZONE.getId());
    site.prepared(old);
    site.node("a", settings).takes(old);
    site.node("b", settings).takes(old);
    site.opens();
    site.say("tables at version " + site.tables());
    Map<String, String> running;
    long begun;
    try (Clerks clerks = site.clerks(seed, moment, LONGEST_ANSWER)) {
      Site.pause(WORK);
      running = models("END_TIME_ is null");
      // what fifty clerks who meet two cold nodes are answered is not the upgrade's
      begun = site.ledger().deeds();
      site.prepared(newer);
      site.say("tables at version " + site.tables() + " while the older nodes work");
      Site.pause(WORK);
      for (Node node : site.nodes()) {
        node.stop();
        node.takes(newer);
        node.start();
        node.awaitReady();
        site.say("one node is replaced");
        Site.pause(WORK);
      }
    }
    Map<String, String> ended = models("END_TIME_ is not null");
    ended.keySet().retainAll(running.keySet());
    boolean onThose = running.entrySet().containsAll(ended.entrySet());
    site.say(
        ended.size()
            + " of "
            + running.size()
            + " instances of the older models have ended, all on those: "
            + onThose);
    Figures figures = Figures.of(site.ledger().read().after(begun));
    site.say(figures.failures() + " answers since it began say that the server failed");
    return site.concludes(Duration.ofMinutes(3))
        && figures.failures() == 0
        && !ended.isEmpty()
        && onThose;
  }

  /** Model and version that each case runs on, by its instance. */
  private Map<String, String> models(String condition) {
    Map<String, String> models = new HashMap<>();
    site.database()
        .sql(
            "select ID_, PROC_DEF_ID_ from ACT_HI_PROCINST where BUSINESS_KEY_ is not null"
                + " and SUPER_PROCESS_INSTANCE_ID_ is null and "
                + condition)
        .query(
            row -> {
              models.put(row.getString(1), row.getString(2));
            });
    return models;
  }
}
