package io.onewindow.simulation;

/** Erlang's C formula. */
final class ErlangC {

  private ErlangC() {}

  /**
   * Mean wait in an M/M/c queue, in the unit of its arguments.
   *
   * @param service mean service time
   * @param gap mean time between arrivals
   */
  static double wait(int servers, double service, double gap) {
    double load = service / gap;
    double term = 1;
    double sum = 1;
    for (int k = 1; k < servers; k++) {
      term *= load / k;
      sum += term;
    }
    double last = term * load / servers * servers / (servers - load);
    double waits = last / (sum + last);
    return waits * service / (servers - load);
  }
}
