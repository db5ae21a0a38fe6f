package io.onewindow.simulation.result;

import java.util.List;

/**
 * The mean of a figure over replications, with its 95 % confidence interval by Student's t.
 *
 * @param low NaN with the high end when there is only one value
 * @param count replications in which the figure exists
 */
public record Estimate(double mean, double low, double high, int count) {

  /** Two-sided 95 % quantiles of Student's t for 1 to 30 degrees of freedom. */
  private static final double[] T = {
    12.7062, 4.3027, 3.1824, 2.7764, 2.5706, 2.4469, 2.3646, 2.3060, 2.2622, 2.2281,
    2.2010, 2.1788, 2.1604, 2.1448, 2.1314, 2.1199, 2.1098, 2.1009, 2.0930, 2.0860,
    2.0796, 2.0739, 2.0687, 2.0639, 2.0595, 2.0555, 2.0518, 2.0484, 2.0452, 2.0423
  };

  private static final double NORMAL = 1.959964;

  /** NaN values, of replications in which there was nothing to measure, are left out. */
  public static Estimate of(List<Double> values) {
    double[] known = values.stream().mapToDouble(v -> v).filter(v -> !Double.isNaN(v)).toArray();
    int n = known.length;
    double mean = 0;
    for (double one : known) {
      mean += one / n;
    }
    double squares = 0;
    for (double one : known) {
      squares += (one - mean) * (one - mean);
    }
    double half = n < 2 ? Double.NaN : quantile(n - 1) * Math.sqrt(squares / (n - 1) / n);
    return new Estimate(n == 0 ? Double.NaN : mean, mean - half, mean + half, n);
  }

  /** The quantile for so many degrees of freedom; beyond the table by Cornish and Fisher. */
  static double quantile(int degrees) {
    if (degrees <= T.length) {
      return T[degrees - 1];
    }
    double z = NORMAL;
    return z
        + (z * z * z + z) / (4.0 * degrees)
        + (5 * Math.pow(z, 5) + 16 * z * z * z + 3 * z) / (96.0 * degrees * degrees);
  }

  public double halfWidth() {
    return high - mean;
  }

  /** Whether nought lies outside the interval, so that a difference is more than chance. */
  public boolean isSignificant() {
    return low > 0 || high < 0;
  }
}
