package io.onewindow.simulation.kernel;

import io.onewindow.simulation.model.Node;

/** Correlation between the draws of neighbouring tasks of one case: it must be none. */
final class Independence {

  /** Beyond so many standard errors draws are not independent; chance does it once in 10^7. */
  private static final double ERRORS = 5.5;

  private final int[] place;
  private final double[][] sums;

  Independence(Setup setup) {
    place = new int[setup.stations().length];
    int places = 0;
    for (int i = 0; i < place.length; i++) {
      boolean staffed = setup.stations()[i] != null && setup.stations()[i].pool() >= 0;
      place[i] = staffed ? places++ : -1;
    }
    sums = new double[Math.max(0, places - 1)][6];
  }

  void drawn(Case ofCase, Node node, double uniform) {
    if (ofCase.drawn == null) {
      ofCase.drawn = new double[sums.length + 1];
    }
    int at = place[node.index()];
    if (ofCase.drawn[at] == 0) {
      ofCase.drawn[at] = uniform;
    }
  }

  void ended(Case ofCase) {
    double[] drawn = ofCase.drawn;
    if (drawn == null) {
      return;
    }
    for (int i = 0; i < sums.length; i++) {
      double x = drawn[i];
      double y = drawn[i + 1];
      if (x > 0 && y > 0) {
        double[] sum = sums[i];
        sum[0]++;
        sum[1] += x;
        sum[2] += y;
        sum[3] += x * x;
        sum[4] += y * y;
        sum[5] += x * y;
      }
    }
  }

  /** The strongest correlation in standard errors, so that 1 or 2 is what chance gives. */
  double strongest() {
    double strongest = 0;
    for (double[] sum : sums) {
      double n = sum[0];
      double spread = Math.sqrt((n * sum[3] - sum[1] * sum[1]) * (n * sum[4] - sum[2] * sum[2]));
      if (n > 30 && spread > 0) {
        double correlation = (n * sum[5] - sum[1] * sum[2]) / spread;
        strongest = Math.max(strongest, Math.abs(correlation) * Math.sqrt(n));
      }
    }
    return strongest;
  }

  boolean holds() {
    return strongest() < ERRORS;
  }
}
