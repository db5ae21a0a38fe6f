package io.onewindow.faults;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** What happens to the database, one command for each: see bench/faults.md. */
public final class DatabaseFaults {

  private static final String USAGE =
      "cut | kill-database [times] | full-disk | restore [gigabytes] | failover | failover-async | all |"
          + " h2 [times] | h2-rows [times]; and seed=N, nodes=N, moment=MILLISECONDS";

  private static final Duration SETTLED = Duration.ofMinutes(3);

  private DatabaseFaults() {}

  /**
   * Ends with 0 when nothing is wrong or nothing can be tried here, else with 1.
   *
   * @param args what is to happen, how often, and the seed; see USAGE
   */
  public static void main(String[] args) {
    List<String> words = Arrays.stream(args).filter(one -> !one.contains("=")).toList();
    long seed = number(args, "seed", new Random().nextInt(1_000_000));
    String drill = words.isEmpty() ? "" : words.get(0);
    int times = words.size() > 1 ? Integer.parseInt(words.get(1)) : 0;
    boolean passed =
        switch (drill) {
          case "h2" -> new KilledFile(seed).again(times > 0 ? times : 20);
          case "h2-rows" -> new KilledRows(seed).again(times > 0 ? times : 20);
          default -> onServers(args, drill, seed, times);
        };
    System.exit(passed ? 0 : 1);
  }

  private static boolean onServers(String[] args, String drill, long seed, int times) {
    if (!Cluster.isPossible()) {
      return true;
    }
    int nodes = (int) number(args, "nodes", 2);
    Duration moment = Duration.ofMillis(number(args, "moment", 500));
    try (Ground ground = new Ground(drill, seed, nodes, moment)) {
      ground.site().say("seed=" + seed);
      ground.opens();
      if (drill.equals("failover-async")) {
        return new Failover(ground).asynchronous();
      }
      boolean passed = run(drill, ground, seed, times);
      return ground.site().concludes(SETTLED) && passed;
    }
  }

  private static boolean run(String drill, Ground ground, long seed, int times) {
    return switch (drill) {
      case "cut" -> new CutConnections(ground).heal();
      case "kill-database" -> new KilledPrimary(ground, seed).again(times > 0 ? times : 3);
      case "full-disk" -> new FullDisk(ground).recovers();
      case "restore" ->
          times > 0 ? new RestoreDrill(ground).equal(times) : new RestoreDrill(ground).equal();
      case "failover" -> new Failover(ground).synchronous();
      case "all" ->
          new CutConnections(ground).heal()
              & new KilledPrimary(ground, seed).again(times > 0 ? times : 3)
              & new FullDisk(ground).recovers()
              & new RestoreDrill(ground).equal()
              & new Failover(ground).synchronous();
      default -> throw new IllegalArgumentException(USAGE);
    };
  }

  private static long number(String[] args, String name, long usual) {
    return Arrays.stream(args)
        .filter(one -> one.startsWith(name + "="))
        .mapToLong(one -> Long.parseLong(one.substring(name.length() + 1)))
        .findFirst()
        .orElse(usual);
  }
}
