package io.onewindow.simulation.scenario;

/**
 * How often and how long to simulate.
 *
 * @param stop when more replications are wanted; null for a fixed number
 * @param log whether to write every task of the first replication down
 */
public record RunPlan(long seed, int replications, StopRule stop, boolean log) {

  /**
   * More replications until a figure is known well enough.
   *
   * @param figure path of the figure in the results, e.g. {@code case.cycleTime.mean}
   * @param relativeHalfWidth of its confidence interval
   */
  public record StopRule(String figure, double relativeHalfWidth, int maxReplications) {}
}
