package io.onewindow.simulation.scenario;

import io.onewindow.simulation.random.Distribution;
import io.onewindow.simulation.random.Shape;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads distributions: Prosimos' lists in one dialect for the whole file, and our own with named
 * parameters. What may be meant in two ways is refused.
 */
final class Distributions {

  private static final Map<String, Set<String>> OURS =
      Map.of(
          "fixed", Set.of("value"),
          "exponential", Set.of("mean"),
          "uniform", Set.of("min", "max"),
          "normal", Set.of("mean", "deviation"),
          "lognormal", Set.of("mean", "deviation"),
          "gamma", Set.of("mean", "deviation"),
          "weibull", Set.of("scale", "shape"),
          "triangular", Set.of("min", "mode", "max"),
          "empirical", Set.of("values"));

  private static final Set<String> KEYS =
      Set.of(
          "distribution",
          "value",
          "mean",
          "deviation",
          "min",
          "max",
          "mode",
          "scale",
          "shape",
          "values");

  private final Lengths lengths;
  private final Set<Dialect> possible;

  /**
   * @param scenario the whole file, whose lists together tell the dialect where it does not say
   */
  Distributions(Entry scenario, Entry declared, Lengths lengths) {
    this.lengths = lengths;
    if (declared != null) {
      this.possible = EnumSet.of(declared(declared));
    } else {
      this.possible = EnumSet.allOf(Dialect.class);
      visit(scenario);
    }
  }

  private static Dialect declared(Entry entry) {
    return switch (entry.text()) {
      case "pix" -> Dialect.PIX;
      case "scipy" -> Dialect.SCIPY;
      default -> throw entry.refuse("应为 pix 或 scipy");
    };
  }

  private void visit(Entry entry) {
    if (entry.node().isArray()) {
      entry.list().forEach(this::visit);
    } else if (entry.node().isObject()) {
      if (entry.get("distribution_name") != null) {
        narrow(entry);
      }
      entry.fields().values().forEach(this::visit);
    }
  }

  private void narrow(Entry entry) {
    String name = name(entry);
    double[] seconds = parameters(entry);
    Set<Dialect> fitting = EnumSet.copyOf(possible);
    fitting.removeIf(one -> one.read(name, millis(one, name, seconds)).isEmpty());
    if (!fitting.isEmpty()) {
      possible.retainAll(fitting);
    }
  }

  /** A distribution as Prosimos writes it. */
  Distribution prosimos(Entry entry) {
    String name = name(entry);
    double[] seconds = parameters(entry);
    List<Dialect> fitting =
        possible.stream().filter(one -> read(one, name, seconds).isPresent()).toList();
    if (fitting.isEmpty()) {
      throw entry.refuse(
          "分布 "
              + name
              + " 的参数 "
              + Arrays.toString(seconds)
              + " 缺少、多余或自相矛盾，"
              + "请核对，或在 approval.distributions 中写明 pix（均值、下限、上限）或 scipy（位置、尺度）");
    }
    if (fitting.size() > 1 && !Dialect.agree(name, seconds)) {
      throw entry.refuse(
          "分布 "
              + name
              + " 的参数 "
              + Arrays.toString(seconds)
              + " 有两种读法，请在 approval.distributions 中写明 pix 或 scipy");
    }
    return read(fitting.get(0), name, seconds).get();
  }

  /** Either way of writing. */
  Distribution prosimosOrOurs(Entry entry) {
    boolean theirs = entry.node().isObject() && entry.get("distribution_name") != null;
    return theirs ? prosimos(entry) : ours(entry);
  }

  private static Optional<Shape> read(Dialect dialect, String name, double[] seconds) {
    return dialect.read(name, millis(dialect, name, seconds));
  }

  private static double[] millis(Dialect dialect, String name, double[] seconds) {
    return Dialect.millis(seconds, name, dialect == Dialect.SCIPY);
  }

  private static String name(Entry entry) {
    Entry name = entry.need("distribution_name");
    if (!Dialect.NAMES.contains(name.text())) {
      throw name.refuse("不支持分布“" + name.text() + "”，可用的有：" + sorted(Dialect.NAMES));
    }
    return name.text();
  }

  private static double[] parameters(Entry entry) {
    double[] values =
        entry.need("distribution_params").list().stream()
            .map(one -> one.node().isObject() ? one.need("value") : one)
            .mapToDouble(Entry::number)
            .toArray();
    for (double value : values) {
      if (value < 0) {
        throw entry.refuse("分布的参数不能为负，现有 " + value);
      }
    }
    if (values.length == 0) {
      throw entry.refuse("分布缺少参数 distribution_params");
    }
    return values;
  }

  /** A distribution as our part writes it: a length, or an object with named parameters. */
  Distribution ours(Entry entry) {
    if (entry.node().isTextual()) {
      return Shape.fixed(lengths.of(entry));
    }
    if (entry.node().isObject() && entry.get("distribution_name") != null) {
      return prosimos(entry);
    }
    entry.only(KEYS);
    Entry name = entry.need("distribution");
    Set<String> parameters = OURS.get(name.text());
    if (parameters == null) {
      throw name.refuse("不支持分布“" + name.text() + "”，可用的有：" + sorted(OURS.keySet()));
    }
    parameters.forEach(entry::need);
    Shape shape = shape(name.text(), entry);
    boolean limited =
        !parameters.contains("min") && (entry.get("min") != null || entry.get("max") != null);
    return limited ? limited(shape, entry) : shape;
  }

  private Shape shape(String name, Entry entry) {
    return switch (name) {
      case "fixed" -> Shape.fixed(length(entry, "value"));
      case "exponential" -> Shape.exponential(positive(entry, "mean"));
      case "uniform" -> Shape.uniform(length(entry, "min"), above(entry, "max", "min"));
      case "normal" -> Shape.normal(length(entry, "mean"), positive(entry, "deviation"));
      case "lognormal" -> Shape.lognormal(positive(entry, "mean"), positive(entry, "deviation"));
      case "gamma" -> Shape.gamma(positive(entry, "mean"), positive(entry, "deviation"));
      case "weibull" -> Shape.weibull(positive(entry, "scale"), form(entry.need("shape")));
      case "triangular" -> triangular(entry);
      default -> empirical(entry.need("values"));
    };
  }

  private Shape triangular(Entry entry) {
    double least = length(entry, "min");
    double mode = length(entry, "mode");
    double most = above(entry, "max", "min");
    if (mode < least || mode > most) {
      throw entry.refuse("mode 应在 min 与 max 之间");
    }
    return Shape.triangular(least, mode, most);
  }

  private Shape empirical(Entry values) {
    double[] observed = values.list().stream().mapToDouble(lengths::of).sorted().toArray();
    if (observed.length == 0) {
      throw values.refuse("至少应有一个时长");
    }
    return Shape.empirical(observed);
  }

  private Shape limited(Shape shape, Entry entry) {
    double least = entry.get("min") == null ? 0 : length(entry, "min");
    double most = entry.get("max") == null ? Double.MAX_VALUE : length(entry, "max");
    if (!(least <= shape.mean() && shape.mean() <= most && least < most)) {
      throw entry.refuse("均值应在 min 与 max 之间");
    }
    return shape.within(least, most);
  }

  private double length(Entry entry, String key) {
    return lengths.of(entry.need(key));
  }

  private double positive(Entry entry, String key) {
    double value = length(entry, key);
    if (value <= 0) {
      throw entry.need(key).refuse("应大于零");
    }
    return value;
  }

  private double above(Entry entry, String key, String other) {
    double value = length(entry, key);
    if (value <= length(entry, other)) {
      throw entry.need(key).refuse("应大于 " + other);
    }
    return value;
  }

  private static double form(Entry entry) {
    if (entry.number() <= 0) {
      throw entry.refuse("应大于零");
    }
    return entry.number();
  }

  private static String sorted(Set<String> names) {
    return String.join("、", names.stream().sorted().toList());
  }
}
