package io.onewindow.simulation.kernel;

import java.util.TreeMap;

/** What is counted of all clocks of one step. */
public final class StepTally {

  private final Sketch early = new Sketch();
  private final Sketch overdue = new Sketch();
  private final Sketch promiseTime = new Sketch();
  private final TreeMap<Integer, long[]> lights = new TreeMap<>();
  private final String promiseId;
  private long kept;
  private long late;
  private long open;

  StepTally(String promiseId) {
    this.promiseId = promiseId;
  }

  void clock(boolean isLate, boolean isOpen) {
    if (isLate) {
      late++;
    } else if (isOpen) {
      open++;
    } else {
      kept++;
    }
  }

  /** Working time left at the end, or by which the limit was exceeded when negative. */
  void margin(long margin) {
    (margin < 0 ? overdue : early).add(Math.abs(margin));
  }

  void took(long length) {
    promiseTime.add(length);
  }

  void light(int week, int which) {
    lights.computeIfAbsent(week, any -> new long[2])[which]++;
  }

  /** The promise that was to be kept; null for an internal or statutory limit. */
  public String promiseId() {
    return promiseId;
  }

  public long kept() {
    return kept;
  }

  /** Late ones, those included that are still open and past their limit. */
  public long late() {
    return late;
  }

  /** Still open within their limit when the run ended. */
  public long open() {
    return open;
  }

  /** Share kept of those of which it is known; NaN for none. */
  public double keptShare() {
    return (double) kept / (kept + late);
  }

  public Sketch early() {
    return early;
  }

  public Sketch overdue() {
    return overdue;
  }

  /** How long the clock ran, in working time without pauses. */
  public Sketch promiseTime() {
    return promiseTime;
  }

  /** Amber and red lights by week of the run. */
  public TreeMap<Integer, long[]> lights() {
    return lights;
  }
}
