package io.onewindow.bench;

import io.onewindow.bench.DeadlineBench.Span;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs the benchmark in several rounds and prints, for each unit, what every span costs as a ratio
 * to the nearest. The best measurement counts: whatever else the computer does can only slow
 * one down, and a slow spell seldom strikes the same span in every round.
 */
public final class Bench {

  private static final int ROUNDS = 4;

  private Bench() {}

  public static void main(String[] args) throws RunnerException {
    OptionsBuilder options = new OptionsBuilder();
    options.include(DeadlineBench.class.getName()).verbosity(VerboseMode.SILENT);
    Map<String, Map<Span, Double>> best = new TreeMap<>();
    for (int round = 0; round < ROUNDS; round++) {
      for (RunResult result : new Runner(options.build()).run()) {
        best.computeIfAbsent(result.getParams().getParam("unit"), unit -> new TreeMap<>())
            .merge(
                Span.valueOf(result.getParams().getParam("span")),
                result.getPrimaryResult().getStatistics().getMin(),
                Math::min);
      }
    }
    System.out.println(table(best));
  }

  private static String table(Map<String, Map<Span, Double>> best) {
    StringBuilder table = new StringBuilder();
    table.append(line(List.of("unit", "span", "ns each", "per second", "ratio to 3 days")));
    table.append(line(List.of("---", "---", "---:", "---:", "---:")));
    best.forEach(
        (unit, spans) ->
            spans.forEach(
                (span, nanos) -> {
                  double ratio = nanos / spans.get(Span.DAYS_3);
                  table.append(
                      line(
                          List.of(
                              unit,
                              span.name(),
                              number("%.0f", nanos),
                              number("%,.0f", 1e9 / nanos),
                              number("%.2f", ratio))));
                }));
    return table.toString();
  }

  private static String line(List<String> cells) {
    return "| " + String.join(" | ", cells) + " |\n";
  }

  private static String number(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
