package io.onewindow.simulation.expression;

/** A part of an expression that has a value. */
@FunctionalInterface
interface Term {
  Object value(Surroundings surroundings);
}
