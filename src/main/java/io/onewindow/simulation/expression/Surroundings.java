package io.onewindow.simulation.expression;

import java.util.List;

/** What an expression may ask for. */
public interface Surroundings {

  /** The variable's value, which may be null. */
  Object variable(String name);

  /** Whether there is such a variable. */
  boolean knows(String name);

  /** What a bean's method answers, e.g. {@code promiseClock}, {@code due}. */
  Object call(String bean, String method, List<Object> arguments);
}
