package io.onewindow.bench;

import io.onewindow.bench.GrowthTable.Column;
import io.onewindow.bench.GrowthTable.Figure;
import io.onewindow.bench.GrowthTable.Line;
import io.onewindow.demo.CountedStatements;
import io.onewindow.demo.Effort;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** One side of the comparison on a database that is filled with its history, step by step. */
final class GrowingSide {

  /**
   * How it is played.
   *
   * @param cases of one round
   * @param rounds of one measurement, besides one in which statements are counted
   */
  record Plan(int cases, int rounds, List<Integer> sizes) {

    /** Measurements that are thrown away: what is new gets quicker. */
    static final int WARM_UP = 2;
  }

  private static final double MILLIS = 1e3;

  private final BeanFactory beans;
  private final JdbcTemplate jdbc;
  private final Plan plan;
  private final Runnable round;
  private final Supplier<Map<Column, Figure>> lists;
  private final PrintStream out;

  /**
   * @param round plays the next cases
   * @param lists asks for a clerk's list
   */
  GrowingSide(
      BeanFactory beans,
      Plan plan,
      Runnable round,
      Supplier<Map<Column, Figure>> lists,
      PrintStream out) {
    this.beans = beans;
    this.jdbc = beans.getBean(JdbcTemplate.class);
    this.plan = plan;
    this.round = round;
    this.lists = lists;
    this.out = out;
  }

  /**
   * @param patterns learnt after the warm-up
   */
  List<Line> grow(Supplier<CasePatterns> patterns) {
    for (int one = 0; one < Plan.WARM_UP; one++) {
      measure(0);
    }
    // of cases that have ended only: what is open is the same at every size
    PostgresCases writer = new PostgresCases(jdbc, patterns.get(), out);
    List<Line> lines = new ArrayList<>();
    int there = 0;
    for (int size : plan.sizes()) {
      if (size > there) {
        writer.write(size - there);
      }
      jdbc.execute("vacuum analyze");
      // or else what is measured next waits for the disk that still takes in the history
      jdbc.execute("checkpoint");
      there = size;
      lines.add(measure(size));
    }
    return lines;
  }

  private Line measure(int size) {
    Map<Column, Figure> figures = new EnumMap<>(Column.class);
    figures.put(Column.ROUND_TRIPS, roundTrips());
    Effort effort = beans.getBean(Effort.class);
    List<Double> rates = new ArrayList<>();
    List<Double> cpuRates = new ArrayList<>();
    List<Double> ofConnections = new ArrayList<>();
    for (int one = 0; one < plan.rounds(); one++) {
      double seconds = -effort.seconds();
      double cpu = -effort.cpuSeconds();
      double connections = -Effort.ofConnections(beans);
      round.run();
      rates.add(plan.cases() / (seconds + effort.seconds()));
      cpuRates.add(plan.cases() / (cpu + effort.cpuSeconds()));
      ofConnections.add((connections + Effort.ofConnections(beans)) * MILLIS / plan.cases());
    }
    figures.put(Column.RATE, Column.RATE.of(rates));
    figures.put(Column.CPU_RATE, Column.CPU_RATE.of(cpuRates));
    figures.put(Column.OF_CONNECTIONS, Column.OF_CONNECTIONS.of(ofConnections));
    figures.putAll(lists.get());
    Line line =
        new Line(
            size, jdbc.queryForObject("select count(*) from ACT_HI_ACTINST", Long.class), figures);
    new GrowthTable(out).tell("measured", line);
    out.printf(Locale.ROOT, "  database of %,d MiB%n", mebibytes());
    return line;
  }

  /** Not where time is taken: to count is work, more for whoever sends more. */
  private Figure roundTrips() {
    CountedStatements counted = beans.getBean(CountedStatements.class);
    counted.watch(true);
    CountedStatements.Counts before = counted.counts();
    round.run();
    counted.watch(false);
    double spent = counted.counts().since(before).statements();
    return new Figure(spent / plan.cases(), spent / plan.cases());
  }

  private long mebibytes() {
    return jdbc.queryForObject("select pg_database_size(current_database()) >> 20", Long.class);
  }

  /** The figures of a list that was asked for by two means. */
  static Map<Column, Figure> list(
      Column pages, List<Double> ofPages, Column counts, List<Double> ofCounts) {
    Map<Column, Figure> figures = new EnumMap<>(Column.class);
    figures.put(pages, figure(ofPages));
    figures.put(counts, figure(ofCounts));
    return figures;
  }

  private static Figure figure(List<Double> took) {
    return new Figure(TaskListBench.quantile(took, 0.5), TaskListBench.quantile(took, 0));
  }
}
