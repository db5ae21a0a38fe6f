package io.onewindow.simulation.result;

import io.onewindow.simulation.kernel.CaseTally;
import io.onewindow.simulation.kernel.NodeTally;
import io.onewindow.simulation.kernel.PoolTally;
import io.onewindow.simulation.kernel.Setup;
import io.onewindow.simulation.kernel.Sketch;
import io.onewindow.simulation.kernel.StepTally;
import io.onewindow.simulation.kernel.Tally;
import io.onewindow.simulation.model.Flow;
import io.onewindow.simulation.model.Kind;
import io.onewindow.simulation.model.Node;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The figures of one replication by path, such as {@code case.cycleTime.mean}; times in seconds.
 * NaN where there was nothing to measure.
 */
final class Figures {

  private static final double SECOND = 1000;
  private static final double DAY = 24 * 3600 * SECOND;

  private final Setup setup;
  private final Tally tally;
  private final Map<String, Double> figures = new LinkedHashMap<>();

  private Figures(Setup setup, Tally tally) {
    this.setup = setup;
    this.tally = tally;
  }

  static Map<String, Double> of(Setup setup, Tally tally) {
    Figures figures = new Figures(setup, tally);
    figures.cases();
    tally.steps().forEach(figures::step);
    setup.program().nodes().forEach(figures::node);
    for (int i = 0; i < setup.pools().size(); i++) {
      figures.pool("pool." + setup.pools().get(i).id(), tally.pool(i));
    }
    return figures.figures;
  }

  private void cases() {
    CaseTally cases = tally.cases();
    put("case.arrived", cases.arrived());
    put("case.ended", cases.ended());
    put("case.open", cases.open());
    put("case.longestOpen", cases.longestOpen() / SECOND);
    put(
        "case.throughputPerDay",
        tally.length() == 0 ? Double.NaN : cases.ended() / (tally.length() / DAY));
    put("case.inFlight.mean", cases.meanInFlight());
    put("case.inFlight.max", cases.mostInFlight());
    put("case.returnedShare", cases.returnedShare());
    put("case.returns", cases.meanReturns());
    sketch("case.cycleTime", cases.cycle());
    sketch("case.workingTime", cases.working());
    sketch("case.resultTime", cases.result());
    for (int i = 0; i < Tally.SPENT.size(); i++) {
      put("case.spent." + Tally.SPENT.get(i).toLowerCase(Locale.ROOT), cases.meanSpent(i) / SECOND);
    }
  }

  private void step(String step, StepTally counted) {
    String path = "promise." + step + ".";
    put(path + "keptShare", counted.keptShare());
    put(path + "kept", counted.kept());
    put(path + "late", counted.late());
    put(path + "open", counted.open());
    sketch(path + "promiseTime", counted.promiseTime());
    sketch(path + "margin", counted.early());
    sketch(path + "overdue", counted.overdue());
    long[] lights = new long[2];
    counted
        .lights()
        .values()
        .forEach(
            week -> {
              lights[0] += week[0];
              lights[1] += week[1];
            });
    double weeks = tally.length() / DAY / 7;
    put(path + "amberPerWeek", lights[0] / weeks);
    put(path + "redPerWeek", lights[1] / weeks);
  }

  private void node(Node node) {
    NodeTally counted = tally.node(node);
    if (counted != null) {
      String path = "task." + node.id() + ".";
      put(path + "count", counted.count());
      put(path + "cancelled", counted.cancelled());
      put(path + "service", counted.meanService() / SECOND);
      put(path + "processing", counted.meanProcessing() / SECOND);
      sketch(path + "wait", counted.waiting());
      sketch(path + "cycleTime", counted.cycle());
    }
    boolean event = node.kind() == Kind.BOUNDARY || node.kind() == Kind.END;
    if (event) {
      put("event." + node.id(), tally.happened(node));
    }
    long came = 0;
    for (Flow flow : node.outgoing()) {
      boolean again = figures.containsKey("flow." + flow.id());
      put("flow." + (again ? node.id() + "." : "") + flow.id(), tally.taken(flow));
      came += tally.cameLast(flow);
    }
    if (came > 0) {
      last(node);
    }
  }

  private void last(Node node) {
    for (Flow flow : node.outgoing()) {
      long all =
          setup.program().nodes().stream()
              .flatMap(one -> one.outgoing().stream())
              .filter(one -> one.target() == flow.target())
              .mapToLong(tally::cameLast)
              .sum();
      if (tally.cameLast(flow) > 0) {
        put("join." + flow.target().id() + "." + flow.id(), (double) tally.cameLast(flow) / all);
      }
    }
  }

  private void pool(String path, PoolTally pool) {
    put(path + ".utilisation", pool.utilisation());
    put(path + ".queue.mean", pool.meanQueue(tally.until()));
    put(path + ".queue.max", pool.longestQueue());
    put(path + ".begun", pool.begun());
    put(path + ".busy", pool.busy() / SECOND);
    put(path + ".idle", Math.max(0, pool.capacity() - pool.busy()) / SECOND);
    put(path + ".overtime", pool.overtime() / SECOND);
  }

  private void sketch(String path, Sketch sketch) {
    put(path + ".mean", sketch.mean() / SECOND);
    put(path + ".p50", sketch.quantile(0.5) / SECOND);
    put(path + ".p80", sketch.quantile(0.8) / SECOND);
    put(path + ".p90", sketch.quantile(0.9) / SECOND);
    put(path + ".p95", sketch.quantile(0.95) / SECOND);
    put(path + ".max", sketch.most() / SECOND);
  }

  private void put(String path, double value) {
    figures.put(path, value);
  }
}
