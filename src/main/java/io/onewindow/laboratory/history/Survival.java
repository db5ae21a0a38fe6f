package io.onewindow.laboratory.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Lengths of time of which some are not over yet, by Kaplan and Meier (1958): leaving the open ones
 * out, or taking them for ended, would make every length too short. Beyond the longest that is
 * known to have ended the mean rate of ending is taken to go on.
 */
final class Survival {

  /** As many values stand for a distribution at most. */
  private static final int POINTS = 200;

  /**
   * A length.
   *
   * @param isOver false when it went on for longer than that
   */
  record Length(double millis, boolean isOver) {}

  private record Drop(double at, double survivors) {}

  private final List<Length> lengths;
  private final List<Drop> drops = new ArrayList<>();
  private final int ended;
  private final double total;

  private Survival(List<Length> lengths) {
    this.lengths =
        lengths.stream()
            .sorted(Comparator.comparingDouble(Length::millis).thenComparing(one -> !one.isOver()))
            .toList();
    this.ended = (int) lengths.stream().filter(Length::isOver).count();
    this.total = lengths.stream().mapToDouble(Length::millis).sum();
    double survivors = 1;
    int atRisk = this.lengths.size();
    for (Length one : this.lengths) {
      if (one.isOver()) {
        survivors *= (atRisk - 1.0) / atRisk;
        drops.add(new Drop(one.millis(), survivors));
      }
      atRisk--;
    }
  }

  static Survival of(List<Length> lengths) {
    return new Survival(lengths);
  }

  /** How many have ended. */
  int ended() {
    return ended;
  }

  /** How many are still going on. */
  int open() {
    return lengths.size() - ended;
  }

  /** Evenly spread quantiles, ascending; the observations themselves when all are over and few. */
  double[] sample() {
    if (open() == 0 && ended <= POINTS) {
      return lengths.stream().mapToDouble(Length::millis).toArray();
    }
    int points = Math.min(POINTS, Math.max(lengths.size(), 20));
    double[] sample = new double[points];
    int next = 0;
    for (int i = 0; i < points; i++) {
      double left = 1 - (i + 0.5) / points;
      while (next < drops.size() && drops.get(next).survivors() > left + 1e-12) {
        next++;
      }
      sample[i] = next < drops.size() ? drops.get(next).at() : beyond(left);
    }
    return sample;
  }

  private double beyond(double left) {
    Drop last = drops.get(drops.size() - 1);
    double meanToEnd = total / ended;
    double from = Math.max(last.at(), lengths.get(lengths.size() - 1).millis());
    return from + meanToEnd * Math.log(last.survivors() / left);
  }
}
