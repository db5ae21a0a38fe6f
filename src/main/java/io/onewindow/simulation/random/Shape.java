package io.onewindow.simulation.random;

import java.util.function.LongToDoubleFunction;

/** A distribution from its parameters, all in milliseconds unless said otherwise. */
public record Shape(double mean, LongToDoubleFunction sampler) implements Distribution {

  /** How often a value outside the limits is drawn anew before the parameters are at fault. */
  private static final int TRIES = 10_000;

  @Override
  public double sample(long key) {
    return Math.max(0, sampler.applyAsDouble(key));
  }

  public static Shape fixed(double value) {
    return new Shape(value, key -> value);
  }

  public static Shape exponential(double mean) {
    return new Shape(mean, key -> -mean * Math.log1p(-Draws.uniform(key)));
  }

  public static Shape uniform(double least, double most) {
    return new Shape((least + most) / 2, key -> least + (most - least) * Draws.uniform(key));
  }

  public static Shape normal(double mean, double deviation) {
    return new Shape(mean, key -> mean + deviation * Normal.inverse(Draws.uniform(key)));
  }

  /**
   * @param mean and deviation of the times themselves, not of their logarithms
   */
  public static Shape lognormal(double mean, double deviation) {
    double sigma2 = Math.log1p(deviation * deviation / (mean * mean));
    double mu = Math.log(mean) - sigma2 / 2;
    double sigma = Math.sqrt(sigma2);
    return new Shape(mean, key -> Math.exp(mu + sigma * Normal.inverse(Draws.uniform(key))));
  }

  /**
   * @param mean and deviation of the times
   */
  public static Shape gamma(double mean, double deviation) {
    double shape = mean * mean / (deviation * deviation);
    return new Shape(mean, key -> mean / shape * Gamma.standard(shape, key));
  }

  /**
   * @param shape without unit
   */
  public static Shape weibull(double scale, double shape) {
    return new Shape(
        scale * Math.exp(Gamma.logarithm(1 + 1 / shape)),
        key -> scale * Math.pow(-Math.log1p(-Draws.uniform(key)), 1 / shape));
  }

  public static Shape triangular(double least, double mode, double most) {
    double turn = (mode - least) / (most - least);
    return new Shape(
        (least + mode + most) / 3,
        key -> {
          double u = Draws.uniform(key);
          return u < turn
              ? least + Math.sqrt(u * (most - least) * (mode - least))
              : most - Math.sqrt((1 - u) * (most - least) * (most - mode));
        });
  }

  /**
   * Each observed time equally likely.
   *
   * @param observed in ascending order, at least one
   */
  public static Shape empirical(double[] observed) {
    double sum = 0;
    for (double one : observed) {
      sum += one;
    }
    return new Shape(
        sum / observed.length, key -> observed[(int) (Draws.uniform(key) * observed.length)]);
  }

  /** Moved by a constant. */
  public Shape plus(double shift) {
    return shift == 0 ? this : new Shape(mean + shift, key -> shift + sampler.applyAsDouble(key));
  }

  /** Drawn anew until the value lies within the limits, as Prosimos does. */
  public Shape within(double least, double most) {
    Shape one = this;
    return new Shape(
        mean,
        key -> {
          double value = one.sampler.applyAsDouble(key);
          for (int i = 1; value < least || value > most; i++) {
            if (i == TRIES) {
              throw new IllegalStateException("分布的取值几乎都在上下限之外，无法抽样");
            }
            value = one.sampler.applyAsDouble(again(key, i));
          }
          return value;
        });
  }

  private static long again(long key, int nth) {
    return Double.doubleToLongBits(Draws.uniform(key, nth)) * 0x9E3779B97F4A7C15L;
  }
}
