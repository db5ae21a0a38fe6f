package io.onewindow.simulation.kernel;

import io.onewindow.simulation.expression.Expression;
import io.onewindow.simulation.expression.Surroundings;
import io.onewindow.simulation.random.Draws;
import java.util.List;

/**
 * How a variable gets its value in a simulated case: drawn by shares, or computed.
 *
 * @param first shares on the case's first visit of the element
 * @param later shares on later visits
 */
public record Outcome(String variable, Choice first, Choice later) {

  /**
   * Values with their shares.
   *
   * @param upTo cumulated shares, the last is 1
   */
  public record Choice(List<Expression> values, double[] upTo) {

    Object draw(double uniform, Surroundings surroundings) {
      int i = 0;
      while (i < upTo.length - 1 && uniform >= upTo[i]) {
        i++;
      }
      return values.get(i).value(surroundings);
    }

    /** Whether the value is the same in every case. */
    boolean isCertain() {
      return values.size() == 1;
    }
  }

  /** The part of the hash that keeps variables of one element apart. */
  long hash() {
    return Draws.hash(variable);
  }
}
