package io.onewindow.simulation.model;

import io.onewindow.simulation.expression.Expression;

/**
 * When a timer fires.
 *
 * @param kind how the value is meant
 */
public record Timer(Kind kind, Expression value) {

  /** The three ways BPMN gives a time. */
  public enum Kind {
    DATE,
    DURATION,
    CYCLE
  }
}
