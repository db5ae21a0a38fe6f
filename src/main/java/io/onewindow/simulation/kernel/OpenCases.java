package io.onewindow.simulation.kernel;

import java.util.List;
import java.util.Map;

/**
 * Cases that are open when a forecast begins, and how far they have come: each is played from its
 * receipt with what was really done at the instants at which it was, so that it stands where it
 * stands, and goes on from there like any other.
 *
 * @param now from when everything is simulated, milliseconds; what nobody has done by then waits
 * @param cases by receipt, the earliest first
 */
public record OpenCases(long now, List<Begun> cases) {

  /**
   * An open case.
   *
   * @param values what its application said
   * @param done what was done, by element, in its order
   */
  public record Begun(long receivedAt, Map<String, Object> values, Map<String, List<Done>> done) {

    /** What was done at that visit of the element; null for nothing. */
    Done at(String element, int visit) {
      List<Done> all = done.getOrDefault(element, List.of());
      return visit <= all.size() ? all.get(visit - 1) : null;
    }
  }

  /**
   * A task that was done.
   *
   * @param values what it wrote
   */
  public record Done(long endedAt, Map<String, Object> values) {}
}
