package io.onewindow.laboratory.history;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.onewindow.simulation.random.Draws;
import io.onewindow.simulation.random.Purpose;
import io.onewindow.simulation.random.Shape;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The distribution, of those a scenario can name, that comes nearest to a sample by Wasserstein
 * distance: how far observed times must be moved on average to become the fitted ones.
 *
 * @param name as scenarios write it
 * @param json as scenarios write it
 * @param distance in milliseconds
 */
record Fit(String name, ObjectNode json, double distance) {

  /** A named shape further off than this part of the mean gives way to the observations. */
  private static final double FAR = 0.12;

  /** Where deviations are below this part of the mean all times are one. */
  private static final double STEADY = 0.01;

  private static final int DRAWS = 2_000;
  private static final int MOST_VALUES = 200;
  private static final Draws RANDOM = new Draws(20_260_101L, 0);
  private static final long FITTING = Draws.hash("fitting");

  /**
   * @param sample in milliseconds, ascending, at least one
   */
  static Fit of(double[] sample) {
    double mean = Arrays.stream(sample).average().orElseThrow();
    double deviation =
        Math.sqrt(
            Arrays.stream(sample).map(one -> (one - mean) * (one - mean)).average().orElse(0));
    if (deviation <= STEADY * mean || sample.length < 2) {
      ObjectNode fixed = named("fixed");
      fixed.put("value", text(mean));
      return new Fit("fixed", fixed, deviation);
    }
    return candidates(sample, mean, deviation).stream()
        .min(Comparator.comparingDouble(Fit::distance))
        .filter(best -> best.distance() <= FAR * mean)
        .orElseGet(() -> empirical(sample));
  }

  private static List<Fit> candidates(double[] sample, double mean, double deviation) {
    List<Fit> all = new ArrayList<>();
    ObjectNode exponential = named("exponential").put("mean", text(mean));
    all.add(fit(exponential, Shape.exponential(mean), sample));
    double half = Math.sqrt(3) * deviation;
    if (mean > half) {
      ObjectNode uniform = named("uniform").put("min", text(mean - half));
      uniform.put("max", text(mean + half));
      all.add(fit(uniform, Shape.uniform(mean - half, mean + half), sample));
    }
    all.add(fit(spread("gamma", mean, deviation), Shape.gamma(mean, deviation), sample));
    if (sample[0] > 0) {
      all.add(lognormal(sample));
    }
    return all;
  }

  private static Fit lognormal(double[] sample) {
    double mu = Arrays.stream(sample).map(Math::log).average().orElseThrow();
    double sigma2 =
        Arrays.stream(sample).map(one -> Math.pow(Math.log(one) - mu, 2)).average().orElseThrow();
    double mean = Math.exp(mu + sigma2 / 2);
    double deviation = mean * Math.sqrt(Math.expm1(sigma2));
    return fit(spread("lognormal", mean, deviation), Shape.lognormal(mean, deviation), sample);
  }

  private static Fit fit(ObjectNode json, Shape shape, double[] sample) {
    double[] drawn = new double[DRAWS];
    for (int i = 0; i < DRAWS; i++) {
      drawn[i] = shape.sample(RANDOM.key(i, FITTING, 0, Purpose.DURATION));
    }
    Arrays.sort(drawn);
    return new Fit(json.get("distribution").asText(), json, distance(sample, drawn));
  }

  /** The observations themselves, each equally likely; of many an even selection. */
  private static Fit empirical(double[] sample) {
    ObjectNode json = named("empirical");
    ArrayNode values = json.putArray("values");
    int count = Math.min(MOST_VALUES, sample.length);
    for (int i = 0; i < count; i++) {
      values.add(text(sample[(int) ((i + 0.5) * sample.length / count)]));
    }
    return new Fit("empirical", json, 0);
  }

  /**
   * The Wasserstein distance of two samples: the area between their distribution functions.
   *
   * @param one ascending
   * @param other ascending
   */
  static double distance(double[] one, double[] other) {
    double area = 0;
    double before = Math.min(one[0], other[0]);
    int i = 0;
    int j = 0;
    while (i < one.length || j < other.length) {
      boolean first = j == other.length || i < one.length && one[i] <= other[j];
      double at = first ? one[i] : other[j];
      area += (at - before) * Math.abs((double) i / one.length - (double) j / other.length);
      before = at;
      i += first ? 1 : 0;
      j += first ? 0 : 1;
    }
    return area;
  }

  private static ObjectNode spread(String name, double mean, double deviation) {
    return named(name).put("mean", text(mean)).put("deviation", text(deviation));
  }

  private static ObjectNode named(String name) {
    return JsonNodeFactory.instance.objectNode().put("distribution", name);
  }

  private static String text(double millis) {
    return Duration.ofMillis(Math.max(1, Math.round(millis))).toString();
  }
}
