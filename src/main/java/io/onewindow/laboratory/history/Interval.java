package io.onewindow.laboratory.history;

/**
 * An estimate with its 95 % confidence interval.
 *
 * @param n observations it rests on
 */
record Interval(double value, double low, double high, int n) {

  /** The 97.5 % quantile of the standard normal distribution. */
  private static final double Z = 1.959963984540054;

  /** A share of so many, by Wilson (1927), which stays within 0 and 1 and suits small numbers. */
  static Interval share(int hits, int n) {
    double p = (double) hits / n;
    double centre = (p + Z * Z / (2 * n)) / (1 + Z * Z / n);
    double half = Z / (1 + Z * Z / n) * Math.sqrt(p * (1 - p) / n + Z * Z / (4.0 * n * n));
    return new Interval(p, Math.max(0, centre - half), Math.min(1, centre + half), n);
  }

  /** The mean of these values, by the normal approximation. */
  static Interval mean(double[] values) {
    double sum = 0;
    for (double one : values) {
      sum += one;
    }
    double mean = sum / values.length;
    double squares = 0;
    for (double one : values) {
      squares += (one - mean) * (one - mean);
    }
    double error = Math.sqrt(squares / Math.max(1, values.length - 1) / values.length);
    return new Interval(mean, mean - Z * error, mean + Z * error, values.length);
  }

  /** How much another share is larger, by Newcombe (1998) from the two intervals. */
  Interval minus(Interval other) {
    double difference = value - other.value;
    double down = Math.hypot(value - low, other.high - other.value);
    double up = Math.hypot(high - value, other.value - other.low);
    return new Interval(difference, difference - down, difference + up, Math.min(n, other.n));
  }

  boolean contains(double one) {
    return low <= one && one <= high;
  }
}
