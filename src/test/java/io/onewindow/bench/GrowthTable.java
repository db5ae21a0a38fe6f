package io.onewindow.bench;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What was measured of one side at each size, and how it is told: as rows of a table. */
final class GrowthTable {

  /** What is measured. */
  enum Column {
    RATE("cases/s", true),
    CPU_RATE("cases per CPU second", true),
    OF_CONNECTIONS("ms CPU of PostgreSQL a case", false),
    ROUND_TRIPS("round trips a case", false),
    PAGE("list page, ms", false),
    COUNT("list count, ms", false),
    PAGE_BY_HTTP("page over HTTP, ms", false),
    COUNT_BY_HTTP("count over HTTP, ms", false);

    private final String title;
    private final boolean isMoreBetter;

    Column(String title, boolean isMoreBetter) {
      this.title = title;
      this.isMoreBetter = isMoreBetter;
    }

    /** Of several times the same. */
    Figure of(List<Double> values) {
      List<Double> sorted = values.stream().sorted().toList();
      int last = sorted.size() - 1;
      return new Figure(sorted.get(last / 2), sorted.get(isMoreBetter ? last : 0));
    }
  }

  /** Of what was measured once, both are the same. */
  record Figure(double median, double best) {

    @Override
    public String toString() {
      return median == best ? told(median) : told(median) + " / " + told(best);
    }

    private static String told(double value) {
      return String.format(Locale.ROOT, value < 100 ? "%.2f" : "%.0f", value);
    }

    private static Figure quotient(Figure one, Figure other) {
      return new Figure(one.median / other.median, one.best / other.best);
    }
  }

  /**
   * @param activities rows of the table that grows first of all
   */
  record Line(int size, long activities, Map<Column, Figure> figures) {

    Line {
      figures = new EnumMap<>(figures);
    }

    /** Column by column, where both have one. */
    private Line over(Line other) {
      Map<Column, Figure> quotients = new EnumMap<>(Column.class);
      figures.forEach(
          (column, figure) -> {
            if (other.figures.containsKey(column)) {
              quotients.put(column, Figure.quotient(figure, other.figures.get(column)));
            }
          });
      return new Line(size, activities, quotients);
    }
  }

  private final PrintStream out;

  GrowthTable(PrintStream out) {
    this.out = out;
  }

  void head() {
    String titles =
        Arrays.stream(Column.values()).map(one -> one.title).collect(Collectors.joining(" | "));
    out.printf("| side | historic cases | rows of activities | %s |%n", titles);
    out.printf("|---|%s%n", "---:|".repeat(Column.values().length + 2));
  }

  void tell(String who, Line line) {
    String figures =
        Arrays.stream(Column.values())
            .map(line.figures()::get)
            .map(figure -> figure == null ? "" : figure.toString())
            .collect(Collectors.joining(" | "));
    out.printf(
        Locale.ROOT, "| %s | %,d | %,d | %s |%n", who, line.size(), line.activities(), figures);
  }

  /** Both sides, the one over the other, and each over its own beginning. */
  void tell(List<Line> product, List<Line> bare) {
    head();
    product.forEach(line -> tell("product", line));
    bare.forEach(line -> tell("default engine", line));
    for (int at = 0; at < product.size(); at++) {
      tell("product : default engine", product.get(at).over(bare.get(at)));
    }
    product.forEach(line -> tell("product : its own first", line.over(product.get(0))));
    bare.forEach(line -> tell("default engine : its own first", line.over(bare.get(0))));
  }
}
