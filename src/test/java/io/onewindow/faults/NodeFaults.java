package io.onewindow.faults;

import io.onewindow.production.Node;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;

/** What happens to nodes, one command for each: see bench/faults.md. */
public final class NodeFaults {

  private static final String USAGE =
      "steady [minutes] | kill [times [minutes]] | kill-both | freeze [times] | starve"
          + " | all [kills [minutes]] | clocks | upgrade [JAR] | replay JAR [cases]; and seed=N,"
          + " moment=MILLISECONDS";
  private static final Duration LOCK_TIME = Duration.ofSeconds(20);

  private NodeFaults() {}

  /**
   * Ends with 0 when nothing is wrong, else with 1.
   *
   * @param args what is to happen, how much of it, and the seed; see USAGE
   */
  public static void main(String[] args) {
    List<String> words = Arrays.stream(args).filter(one -> !one.contains("=")).toList();
    long seed = option(args, "seed").orElseGet(() -> new Random().nextInt(1_000_000));
    long moment = option(args, "moment").orElse(words.contains("steady") ? 5000 : 1000);
    System.exit(run(words, seed, Duration.ofMillis(moment)) ? 0 : 1);
  }

  private static OptionalLong option(String[] args, String name) {
    return Arrays.stream(args)
        .filter(one -> one.startsWith(name + "="))
        .mapToLong(one -> Long.parseLong(one.substring(name.length() + 1)))
        .findFirst();
  }

  private static boolean run(List<String> words, long seed, Duration moment) {
    String drill = words.isEmpty() ? "" : words.get(0);
    if (drill.equals("replay")) {
      return Cluster.isPossible()
          && new Replay(seed, number(words, 2, 3)).everyCaseEnds(Path.of(words.get(1)));
    }
    try (Site site = new Site(drill)) {
      site.say("seed=" + seed);
      return switch (drill) {
        case "steady" ->
            new SteadyLoad(site, seed).lasts(Duration.ofMinutes(number(words, 1, 20)), moment);
        case "clocks" -> new SkewedClocks(site, seed).allOfThem();
        case "upgrade" -> upgrade(new RollingUpgrade(site, seed, moment), words);
        default -> onTwoNodes(site, words, seed, moment);
      };
    }
  }

  /** From an older jar to this release, or from this one to what may come next. */
  private static boolean upgrade(RollingUpgrade upgrade, List<String> words) {
    return words.size() > 1
        ? upgrade.replace(Path.of(words.get(1)), Node.JAR)
        : upgrade.replace(Node.JAR, NextRelease.of(Node.JAR));
  }

  private static boolean onTwoNodes(Site site, List<String> words, long seed, Duration moment) {
    KilledNodes killed = new KilledNodes(site, seed, LOCK_TIME, moment);
    // the same seed would make the same requests, which were answered before
    FrozenNode frozen = new FrozenNode(site, seed + 1, LOCK_TIME, moment);
    KilledNodes killedAtOnce = new KilledNodes(site, seed + 2, LOCK_TIME, moment);
    StarvedNode starved = new StarvedNode(site, seed + 3);
    site.opensTwo(LOCK_TIME);
    Duration longest = Duration.ofMinutes(number(words, 2, 30));
    return switch (site.drill()) {
      case "kill" -> killed.oneByOne(number(words, 1, 20), longest);
      case "kill-both" -> killedAtOnce.both(Duration.ofMinutes(1));
      case "freeze" -> frozen.again(number(words, 1, 3));
      case "starve" -> starved.ends();
      case "all" ->
          killed.oneByOne(number(words, 1, 20), longest)
              & frozen.again(1)
              & killedAtOnce.both(Duration.ofMinutes(1))
              & starved.ends();
      default -> throw new IllegalArgumentException(USAGE);
    };
  }

  private static int number(List<String> words, int place, int usual) {
    return words.size() > place ? Integer.parseInt(words.get(place)) : usual;
  }
}
