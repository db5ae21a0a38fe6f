package io.onewindow.simulation.kernel;

/** The limits of the scenario's jurisdiction, counted by production's own clock. */
public interface Limits {

  /**
   * When a step's light turns and its limit ends.
   *
   * @param service whose limits: that of the case, or a service it calls
   * @param category which kind of case; null for any
   * @param wholeCase instants of the case's running clock; null outside it
   * @throws io.onewindow.problem.Problem when nothing limits the step
   */
  Instants plan(String service, String step, String category, long start, Instants wholeCase);

  /** The instants after the clock stood still; those of a case's clock are followed. */
  Instants resumed(Instants instants, long paused, long resumed, Instants wholeCase);

  /**
   * Instants of one clock in milliseconds.
   *
   * @param promiseId null where no promise is made
   * @param followsCase whether the case's own clock was taken over
   * @param isPausable whether a special procedure stops it
   * @param origin what production's clock needs to move it; opaque
   */
  record Instants(
      long effective,
      long reminder,
      long warning,
      long due,
      String promiseId,
      boolean followsCase,
      boolean isPausable,
      Object origin) {}
}
