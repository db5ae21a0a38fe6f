package io.onewindow.faults;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** What happens to nodes, one command for each: see bench/faults.md. */
public final class NodeFaults {

  private static final String USAGE =
      "steady [minutes] | kill [times] | kill-both | freeze [times] | starve | clocks |"
          + " upgrade JAR; and seed=N";

  private NodeFaults() {}

  /**
   * Ends with 0 when nothing is wrong, else with 1.
   *
   * @param args what is to happen, how much of it, and the seed; see USAGE
   */
  public static void main(String[] args) {
    List<String> words = Arrays.stream(args).filter(one -> !one.startsWith("seed=")).toList();
    long seed =
        Arrays.stream(args)
            .filter(one -> one.startsWith("seed="))
            .mapToLong(one -> Long.parseLong(one.substring("seed=".length())))
            .findFirst()
            .orElseGet(() -> new Random().nextInt(1_000_000));
    System.exit(run(words, seed) ? 0 : 1);
  }

  private static boolean run(List<String> words, long seed) {
    String drill = words.isEmpty() ? "" : words.get(0);
    int amount = words.size() > 1 && !drill.equals("upgrade") ? Integer.parseInt(words.get(1)) : 0;
    try (Site site = new Site(drill)) {
      site.say("seed=" + seed);
      return switch (drill) {
        case "steady" ->
            new SteadyLoad(site, seed)
                .lasts(Duration.ofMinutes(or(amount, 20)), Duration.ofSeconds(5));
        case "kill" ->
            new KilledNodes(site, seed, Duration.ofSeconds(20))
                .oneByOne(or(amount, 20), Duration.ofMinutes(30));
        case "kill-both" ->
            new KilledNodes(site, seed, Duration.ofSeconds(20)).both(Duration.ofMinutes(1));
        case "freeze" -> new FrozenNode(site, seed).again(or(amount, 3));
        case "starve" -> new StarvedNode(site, seed).ends();
        case "clocks" -> new SkewedClocks(site, seed).allOfThem();
        case "upgrade" -> new RollingUpgrade(site, seed).from(Path.of(words.get(1)));
        default -> throw new IllegalArgumentException(USAGE);
      };
    }
  }

  private static int or(int amount, int usual) {
    return amount > 0 ? amount : usual;
  }
}
