package io.onewindow.simulation.random;

/** The gamma distribution and function. */
final class Gamma {

  private static final double[] LANCZOS = {
    676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
    12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7
  };

  private Gamma() {}

  /** A draw with scale 1 (Marsaglia and Tsang 2000). */
  static double standard(double shape, long key) {
    if (shape < 1) {
      return standard(shape + 1, key) * Math.pow(Draws.uniform(key, 1), 1 / shape);
    }
    double d = shape - 1.0 / 3;
    double c = 1 / Math.sqrt(9 * d);
    for (int i = 2; ; i += 2) {
      double x = Normal.inverse(Draws.uniform(key, i));
      double v = 1 + c * x;
      v = v * v * v;
      if (v > 0 && Math.log(Draws.uniform(key, i + 1)) < x * x / 2 + d - d * v + d * Math.log(v)) {
        return d * v;
      }
    }
  }

  /** The logarithm of the gamma function for positive arguments (Lanczos 1964, g = 7). */
  static double logarithm(double x) {
    double sum = 0.99999999999980993;
    for (int i = 0; i < LANCZOS.length; i++) {
      sum += LANCZOS[i] / (x + i);
    }
    double t = x - 1 + LANCZOS.length - 0.5;
    return Math.log(2 * Math.PI) / 2 + (x - 0.5) * Math.log(t) - t + Math.log(sum);
  }
}
