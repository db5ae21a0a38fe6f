package io.onewindow.simulation.scenario;

import io.onewindow.simulation.random.Shape;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * How Prosimos' lists of distribution parameters are meant. {@code pix} gives mean and limits in
 * seconds, as newer files do; {@code scipy} gives location and scale, as older ones do.
 */
enum Dialect {
  PIX {
    @Override
    Optional<Shape> read(String name, double[] p) {
      return switch (name) {
        case "fix" -> fix(p);
        case "expon" ->
            p.length == 1 || p.length == 3 ? mean(p, 1, Shape.exponential(p[0])) : none();
        case "norm" -> normal(p);
        case "uniform" ->
            p.length == 2 && p[0] >= 0 && p[0] < p[1] ? some(Shape.uniform(p[0], p[1])) : none();
        case "gamma" ->
            p.length == 4 && p[1] > 0 ? mean(p, 2, Shape.gamma(p[0], root(p[1]))) : none();
        case "lognorm" ->
            p.length == 4 && p[1] > 0 ? mean(p, 2, Shape.lognormal(p[0], root(p[1]))) : none();
        case "triang" ->
            p.length == 3 && p[1] >= 0 && p[1] <= p[0] && p[0] <= p[2] && p[1] < p[2]
                ? some(Shape.triangular(p[1], p[0], p[2]))
                : none();
        default -> none();
      };
    }
  },
  SCIPY {
    @Override
    Optional<Shape> read(String name, double[] p) {
      int shapes = name.equals("gamma") || name.equals("lognorm") || name.equals("triang") ? 1 : 0;
      boolean limited = p.length == shapes + 4;
      if (name.equals("fix")) {
        return fix(p);
      }
      if (!limited && p.length != shapes + 2 || p[shapes] < 0 || p[shapes + 1] <= 0) {
        return none();
      }
      if (limited && !(p[shapes + 2] < p[shapes + 3])) {
        return none();
      }
      Shape shape = scaled(name, p, p[shapes], p[shapes + 1]);
      return shape == null
          ? none()
          : some(limited ? shape.within(p[shapes + 2], p[shapes + 3]) : shape);
    }

    private Shape scaled(String name, double[] p, double location, double scale) {
      return switch (name) {
        case "expon" -> Shape.exponential(scale).plus(location);
        case "norm" -> Shape.normal(location, scale);
        case "uniform" -> Shape.uniform(location, location + scale);
        case "gamma" ->
            p[0] > 0 ? Shape.gamma(p[0] * scale, Math.sqrt(p[0]) * scale).plus(location) : null;
        case "lognorm" -> p[0] > 0 ? lognormal(p[0], scale).plus(location) : null;
        case "triang" ->
            p[0] >= 0 && p[0] <= 1
                ? Shape.triangular(location, location + p[0] * scale, location + scale)
                : null;
        default -> null;
      };
    }

    private Shape lognormal(double sigma, double scale) {
      double mean = scale * Math.exp(sigma * sigma / 2);
      return Shape.lognormal(mean, mean * Math.sqrt(Math.expm1(sigma * sigma)));
    }
  };

  /** The distribution in milliseconds; empty when the parameters do not fit this dialect. */
  abstract Optional<Shape> read(String name, double[] parameters);

  static final Set<String> NAMES =
      Set.of("fix", "expon", "norm", "uniform", "gamma", "lognorm", "triang");

  private static Optional<Shape> fix(double[] p) {
    return p.length >= 1 && p[0] >= 0 ? some(Shape.fixed(p[0])) : none();
  }

  private static Optional<Shape> normal(double[] p) {
    boolean fits = p.length == 4 && p[1] > 0;
    return fits ? mean(p, 2, Shape.normal(p[0], p[1])) : none();
  }

  /** The mean must lie within the limits behind it. */
  private static Optional<Shape> mean(double[] p, int limits, Shape shape) {
    if (p[0] <= 0) {
      return none();
    }
    if (p.length <= limits) {
      return some(shape);
    }
    boolean sound = p[limits] <= p[0] && p[0] <= p[limits + 1] && p[limits] < p[limits + 1];
    return sound ? some(shape.within(p[limits], p[limits + 1])) : none();
  }

  private static double root(double variance) {
    return Math.sqrt(variance);
  }

  private static Optional<Shape> some(Shape shape) {
    return Optional.of(shape);
  }

  private static Optional<Shape> none() {
    return Optional.empty();
  }

  /** Both readings are the same where the lists are. */
  static boolean agree(String name, double[] p) {
    return name.equals("fix")
        || name.equals("norm") && p.length == 4
        || name.equals("uniform") && p.length == 2 && p[0] == 0;
  }

  static double[] millis(double[] seconds, String name, boolean scipy) {
    double[] millis = Arrays.copyOf(seconds, seconds.length);
    boolean shape =
        scipy && (name.equals("gamma") || name.equals("lognorm") || name.equals("triang"));
    for (int i = shape ? 1 : 0; i < millis.length; i++) {
      boolean variance = !scipy && i == 1 && (name.equals("gamma") || name.equals("lognorm"));
      millis[i] *= variance ? 1_000_000 : 1000;
    }
    return millis;
  }
}
