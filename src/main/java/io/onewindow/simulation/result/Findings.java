package io.onewindow.simulation.result;

import io.onewindow.simulation.kernel.Setup;
import io.onewindow.simulation.kernel.Sketch;
import io.onewindow.simulation.kernel.StepTally;
import io.onewindow.simulation.kernel.Tally;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What the replications of one scenario found. Replications are added in their order. */
public final class Findings {

  private final Setup setup;
  private final List<Map<String, Double>> replications = new ArrayList<>();
  private final Sketch cycle = new Sketch();
  private final Sketch result = new Sketch();
  private final Map<String, Sketch> promiseTimes = new TreeMap<>();
  private final Map<Integer, long[]> lights = new TreeMap<>();
  private final Set<String> broken = new LinkedHashSet<>();
  private final Map<String, String> promises = new TreeMap<>();

  public Findings(Setup setup) {
    this.setup = setup;
  }

  public void add(Tally tally) {
    replications.add(Figures.of(setup, tally));
    cycle.addAll(tally.cases().cycle());
    result.addAll(tally.cases().result());
    broken.addAll(tally.brokenInvariants());
    tally.steps().forEach(this::add);
  }

  private void add(String step, StepTally counted) {
    promiseTimes.computeIfAbsent(step, any -> new Sketch()).addAll(counted.promiseTime());
    if (counted.promiseId() != null) {
      promises.put(step, counted.promiseId());
    }
    counted
        .lights()
        .forEach(
            (week, two) -> {
              long[] sum = lights.computeIfAbsent(week, any -> new long[2]);
              sum[0] += two[0];
              sum[1] += two[1];
            });
  }

  public Setup setup() {
    return setup;
  }

  public int replications() {
    return replications.size();
  }

  /** Names of all figures that any replication has. */
  public Set<String> names() {
    Set<String> names = new LinkedHashSet<>();
    replications.forEach(one -> names.addAll(one.keySet()));
    return names;
  }

  /** One value for each replication; NaN where it has none. */
  public List<Double> values(String figure) {
    return replications.stream().map(one -> one.getOrDefault(figure, Double.NaN)).toList();
  }

  public Estimate estimate(String figure) {
    return Estimate.of(values(figure));
  }

  /** How much more another scenario has of each figure, paired by replication. */
  public Map<String, Estimate> differences(Findings other) {
    Map<String, Estimate> all = new LinkedHashMap<>();
    Set<String> names = new LinkedHashSet<>(names());
    names.retainAll(other.names());
    for (String name : names) {
      List<Double> mine = values(name);
      List<Double> theirs = other.values(name);
      List<Double> more = new ArrayList<>();
      for (int i = 0; i < Math.min(mine.size(), theirs.size()); i++) {
        more.add(theirs.get(i) - mine.get(i));
      }
      all.put(name, Estimate.of(more));
    }
    return all;
  }

  /** From arrival to end over all replications. */
  public Sketch cycle() {
    return cycle;
  }

  /** From arrival to the result over all replications: until the whole case's clock stopped. */
  public Sketch result() {
    return result;
  }

  /** How long the clocks of each step ran. */
  public Map<String, Sketch> promiseTimes() {
    return promiseTimes;
  }

  /** Amber and red lights of each week, per replication. */
  public Map<Integer, double[]> lightsByWeek() {
    Map<Integer, double[]> mean = new TreeMap<>();
    lights.forEach(
        (week, two) ->
            mean.put(
                week,
                new double[] {
                  (double) two[0] / replications.size(), (double) two[1] / replications.size()
                }));
    return mean;
  }

  /** Which promise each step keeps. */
  public Map<String, String> promises() {
    return promises;
  }

  /** What should hold on every run and did not; always empty unless the kernel is wrong. */
  public Set<String> brokenInvariants() {
    return broken;
  }
}
