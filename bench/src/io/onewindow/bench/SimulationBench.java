package io.onewindow.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a simulation costs, each measurement in a process of its own from the start of its virtual
 * machine to its end, with 512 MB of heap. The best of several rounds counts, as elsewhere.
 */
public final class SimulationBench {

  private static final int ROUNDS = 3;

  private SimulationBench() {}

  /** One line of the table. */
  private record Line(String what, String model, int cases, int replications, int threads, boolean log) {}

  private record Cost(double cpu, double wall, double heap) {}

  public static void main(String[] args) throws IOException, InterruptedException {
    List<Line> lines =
        List.of(
            new Line("AND7", "and7", 100_000, 1, 1, true),
            new Line("AND7", "and7", 100_000, 1, 1, false),
            new Line("AND7", "and7", 1_000_000, 1, 1, true),
            new Line("AND7 on the real engine", "engine", 1_000, 1, 1, false),
            new Line("company-registration", "company-registration", 20_000, 30, 1, false),
            new Line("company-registration", "company-registration", 20_000, 30, 2, false));
    System.out.println(
        "| model | cases | replications | threads | log | cases per CPU second | CPU s | s | live heap MB |");
    System.out.println("| --- | ---: | ---: | ---: | --- | ---: | ---: | ---: | ---: |");
    for (Line line : lines) {
      System.out.println(row(line, best(line)));
    }
  }

  private static String row(Line line, Cost cost) {
    double cases = (double) line.cases() * line.replications();
    return String.format(
        Locale.ROOT,
        "| %s | %,d | %d | %d | %s | %,.0f | %.1f | %.1f | %.0f |",
        line.what(),
        line.cases(),
        line.replications(),
        line.threads(),
        line.log() ? "yes" : "no",
        cases / cost.cpu(),
        cost.cpu(),
        cost.wall(),
        cost.heap());
  }

  private static Cost best(Line line) throws IOException, InterruptedException {
    Cost best = null;
    for (int round = 0; round < ROUNDS; round++) {
      Cost cost = once(line);
      best = best == null || cost.cpu() < best.cpu() ? cost : best;
    }
    return best;
  }

  private static Cost once(Line line) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx512m");
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(SimulationOnce.class.getName());
    command.add(line.model());
    command.add(Integer.toString(line.cases()));
    command.add(Integer.toString(line.replications()));
    command.add(Integer.toString(line.threads()));
    command.add(Boolean.toString(line.log()));
    Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String told = new String(process.getInputStream().readAllBytes());
    if (process.waitFor() != 0) {
      throw new IllegalStateException(line + " failed");
    }
    JsonNode cost = new ObjectMapper().readTree(told.substring(told.lastIndexOf("{\"cpu\"")));
    return new Cost(
        cost.get("cpu").asDouble(), cost.get("wall").asDouble(), cost.get("heap").asDouble());
  }
}
