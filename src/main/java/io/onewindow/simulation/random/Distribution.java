package io.onewindow.simulation.random;

/**
 * A length of time that varies, in milliseconds. Where the shape allows it a larger uniform number
 * gives a longer time, so that scenarios with other parameters stay paired.
 */
public interface Distribution {

  /**
   * @param key of the draw, see {@link Draws#key}
   * @return milliseconds, may be a fraction, never negative
   */
  double sample(long key);

  /** The mean in milliseconds before any limits are applied. */
  double mean();

  /** Milliseconds rounded to whole ones. */
  default long millis(long key) {
    return Math.round(sample(key));
  }

  /** The same shape with all times multiplied. */
  default Distribution times(double factor) {
    Distribution one = this;
    return new Distribution() {
      @Override
      public double sample(long key) {
        return one.sample(key) * factor;
      }

      @Override
      public double mean() {
        return one.mean() * factor;
      }
    };
  }
}
