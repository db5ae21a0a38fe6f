package io.onewindow.simulation.kernel;

/** What is counted of one element; lengths in milliseconds. */
public final class NodeTally {

  private final Sketch wait = new Sketch();
  private final Sketch cycle = new Sketch();
  private double service;
  private double processing;
  private long cancelled;

  void done(long enabled, long started, long ended, long length) {
    wait.add(started - enabled);
    cycle.add(ended - enabled);
    service += length;
    processing += ended - started;
  }

  void cancel() {
    cancelled++;
  }

  public Sketch waiting() {
    return wait;
  }

  /** From being there to be done to being done. */
  public Sketch cycle() {
    return cycle;
  }

  /** Mean length of the work itself. */
  public double meanService() {
    return service / wait.count();
  }

  /** Mean time from beginning to end of work, nights and weekends included. */
  public double meanProcessing() {
    return processing / wait.count();
  }

  public long count() {
    return wait.count();
  }

  /** How often it was ended from outside before it was done. */
  public long cancelled() {
    return cancelled;
  }
}
