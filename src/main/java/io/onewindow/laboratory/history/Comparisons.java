package io.onewindow.laboratory.history;

import io.onewindow.laboratory.history.Past.Arrived;
import io.onewindow.laboratory.history.Verdict.Finding;
import io.onewindow.simulation.kernel.Sketch;
import io.onewindow.simulation.random.Draws;
import io.onewindow.simulation.random.Purpose;
import io.onewindow.simulation.result.Estimate;
import io.onewindow.simulation.result.Findings;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Compares what came with what was foretold. A difference is judged by its size and by how large it
 * would be by chance: where the two disagree the milder one counts, but what is far off is never
 * green, however few the cases are. The sizes are our own.
 */
final class Comparisons {

  private static final int FEWEST_ENDED = 10;
  private static final int RESAMPLES = 200;
  private static final double CLOSE = 0.2;
  private static final double FAR = 0.4;
  private static final double CLOSE_POINTS = 0.05;
  private static final double FAR_POINTS = 0.15;
  private static final double Z = 1.96;
  private static final Draws RANDOM = new Draws(20_260_102L, 0);
  private static final long RESAMPLING = Draws.hash("resampling");

  private Comparisons() {}

  /**
   * How many came.
   *
   * @param fitted cases the rate was estimated from
   * @param gaps the same cases' gaps
   */
  static Finding arrivals(int came, double expected, int fitted, double[] gaps) {
    double mean = Arrays.stream(gaps).average().orElseThrow();
    double squares = Arrays.stream(gaps).map(one -> one * one).average().orElseThrow();
    double spread = Math.max(1, squares / (mean * mean) - 1);
    double error = Z * Math.sqrt(spread * (expected + expected * expected / fitted));
    double off = Math.abs(came - expected);
    double relative = off / Math.max(1, expected);
    Light light =
        off <= error || relative <= CLOSE ? Light.GREEN : relative <= FAR ? Light.AMBER : Light.RED;
    return new Finding(
        light,
        "来件：实际 %d 件，推算 %s 件（95%% 区间 %s 至 %s）"
            .formatted(
                came,
                Wording.decimal(expected),
                Wording.decimal(Math.max(0, expected - error)),
                Wording.decimal(expected + error)));
  }

  /** How long those took that have ended. */
  static Finding cycleTimes(List<Arrived> after, Findings simulated) {
    return lengths("办件时间（到全部结束）", lengths(after, Arrived::endedAt), simulated.cycle());
  }

  /** How long until the result; empty where no clock of a whole case has stopped. */
  static Optional<Finding> resultTimes(List<Arrived> after, Findings simulated) {
    double[] real = lengths(after, Arrived::resultAt);
    return real.length == 0 || simulated.result().count() == 0
        ? Optional.empty()
        : Optional.of(lengths("到出结果的时间", real, simulated.result()));
  }

  private static double[] lengths(List<Arrived> cases, Function<Arrived, Instant> end) {
    return cases.stream()
        .filter(one -> end.apply(one) != null)
        .mapToDouble(one -> Duration.between(one.receivedAt(), end.apply(one)).toMillis())
        .map(one -> Math.max(0, one))
        .sorted()
        .toArray();
  }

  /** The Wasserstein distance relative to the real mean. */
  private static Finding lengths(String name, double[] real, Sketch sketch) {
    if (real.length < FEWEST_ENDED || sketch.count() == 0) {
      return new Finding(
          Light.AMBER, name + "：后五分之一只有 " + real.length + " 件，少于 " + FEWEST_ENDED + " 件，比不出来");
    }
    double mean = Math.max(1, Arrays.stream(real).average().orElseThrow());
    double[] foretold = quantiles(sketch);
    double relative = Fit.distance(real, foretold) / mean;
    double chance = byChance(sketch, foretold, real.length) / mean;
    Light light =
        relative <= Math.max(CLOSE, Math.min(chance, FAR))
            ? Light.GREEN
            : relative <= Math.max(FAR, 2 * chance) ? Light.AMBER : Light.RED;
    return new Finding(
        light,
        "%s：实际 %d 件，平均 %s；推算平均 %s；两个分布相差平均的 %s（Wasserstein 距离；相符时因偶然也有 5%% 的机会超过 %s）"
            .formatted(
                name,
                real.length,
                Wording.length(mean),
                Wording.length(sketch.mean()),
                Wording.percent(relative),
                Wording.percent(chance)));
  }

  private static double[] quantiles(Sketch sketch) {
    double[] all = new double[500];
    for (int i = 0; i < all.length; i++) {
      all[i] = sketch.quantile((i + 0.5) / all.length);
    }
    return all;
  }

  /** The distance that so many cases of the simulation itself exceed in one of twenty samples. */
  private static double byChance(Sketch sketch, double[] foretold, int n) {
    double[] distances = new double[RESAMPLES];
    for (int i = 0; i < RESAMPLES; i++) {
      double[] sample = new double[n];
      for (int j = 0; j < n; j++) {
        sample[j] = sketch.quantile(Draws.uniform(RANDOM.key(i, RESAMPLING, j, Purpose.DURATION)));
      }
      Arrays.sort(sample);
      distances[i] = Fit.distance(sample, foretold);
    }
    Arrays.sort(distances);
    return distances[(int) (0.95 * RESAMPLES)];
  }

  /** Which share kept the promise; empty where the service has none of the whole case. */
  static Optional<Finding> promises(List<Arrived> after, Findings simulated) {
    int n = (int) after.stream().filter(one -> one.isKept() != null).count();
    Optional<String> figure =
        simulated.names().stream()
            .filter(name -> name.matches("promise\\.(.*-)?case\\.keptShare"))
            .sorted()
            .findFirst();
    if (figure.isEmpty() || n == 0) {
      return Optional.empty();
    }
    int kept = (int) after.stream().filter(one -> Boolean.TRUE.equals(one.isKept())).count();
    Interval real = Interval.share(kept, n);
    Estimate estimate = simulated.estimate(figure.get());
    Interval foretold =
        new Interval(estimate.mean(), Math.max(0, estimate.low()), Math.min(1, estimate.high()), n);
    Interval error = foretold.minus(real);
    double off = Math.abs(error.value());
    Light light =
        off <= CLOSE_POINTS || off <= FAR_POINTS && error.contains(0)
            ? Light.GREEN
            : off <= FAR_POINTS || error.contains(0) ? Light.AMBER : Light.RED;
    return Optional.of(
        new Finding(
            light,
            "兑现率：实际 %s，推算 %s，误差 %s 个百分点（95%% 区间 %s 至 %s）"
                .formatted(
                    Wording.percent(real.value()),
                    Wording.percent(foretold.value()),
                    Wording.decimal(error.value() * 100),
                    Wording.decimal(error.low() * 100),
                    Wording.decimal(error.high() * 100))));
  }
}
